"""Two people at once: what one does the other sees without asking for the page again."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.live.pushing import Service

SOON = 10_000  # milliseconds; it is one second where nothing else runs


def listening(page: Page) -> Page:
    """Once its stream is open."""
    with page.expect_response(lambda answer: "/live/stream" in answer.url and answer.status == 200):
        page.reload()
    return page


def answer(page: Page, text: str) -> None:
    page.fill("form#answer textarea", text)
    page.locator("form#answer .composer-foot > button").click()
    expect(page.locator("article.comment", has_text=text)).to_be_visible(timeout=SOON)


def test_a_mention_shows_in_the_menu_and_before_the_title(page_of: Callable[..., Page]) -> None:
    director, member = page_of("director"), page_of("member")
    director.goto("/people/")
    title = re.sub(r"^\(\d+\) ", "", listening(director).title())
    member.goto("/posts/703")
    answer(member, "Vraag het @reinier.postma, die weet het")
    expect(director.locator("#waiting")).to_be_visible(timeout=SOON)
    count = director.locator("#waiting [aria-hidden]").inner_text()
    assert director.title() == f"({count}) {title}"
    expect(director.locator("#said")).to_contain_text("op jou")


def test_an_answer_comes_in_where_it_belongs_while_somebody_writes(page_of: Callable[..., Page]) -> None:
    director, member = page_of("director"), page_of("member")
    director.goto("/posts/703")
    listening(director)
    director.fill("form#answer textarea", "Ik schrijf nog")
    before = director.locator("article.comment").count()
    member.goto("/posts/703")
    answer(member, "Een antwoord van opzij")
    fresh = director.locator("article.comment", has_text="Een antwoord van opzij")
    expect(fresh).to_be_visible(timeout=SOON)
    assert director.locator("article.comment").count() == before + 1
    expect(director.locator("#answers-title")).to_contain_text(str(before + 1))
    assert director.input_value("form#answer textarea") == "Ik schrijf nog"
    assert director.evaluate("document.activeElement.name") == "text"


def test_an_answer_to_an_answer_stands_behind_it(page_of: Callable[..., Page]) -> None:
    director, member = page_of("director"), page_of("member")
    director.goto("/posts/703")
    listening(director)
    member.goto("/posts/703")
    first = member.locator("article.comment").first
    level = int(first.get_attribute("data-level") or 0)
    first.locator("a.answers").click()
    answer(member, "Daar ben ik het mee eens")
    fresh = director.locator("article.comment", has_text="Daar ben ik het mee eens")
    expect(fresh).to_be_visible(timeout=SOON)
    assert fresh.get_attribute("data-level") == str(level + 1)
    assert fresh.get_attribute("data-to") == (first.get_attribute("id") or "").removeprefix("comment-")


def test_new_posts_wait_until_somebody_asks_for_them(page_of: Callable[..., Page]) -> None:
    director, member = page_of("director"), page_of("member")
    listening(director)
    director.evaluate("scrollTo(0, 400)")
    member.goto("/spaces/kantinepraat")
    for text in ("De soep is van pompoen", "En er is brood"):
        member.fill("form.composer textarea[name=text]", text)
        member.locator("form.composer button.send").click()
        expect(member.locator("article.post", has_text=text)).to_be_visible(timeout=SOON)
    line = director.locator(".new-posts button")
    expect(line).to_have_text("2 nieuwe berichten", timeout=SOON)
    assert director.evaluate("scrollY") == 400
    assert director.locator("article.post", has_text="En er is brood").count() == 0
    line.click()
    expect(director.locator("#stream > article").nth(0)).to_contain_text("En er is brood")
    expect(director.locator("#stream > article").nth(1)).to_contain_text("De soep is van pompoen")
    expect(line).to_have_count(0)


def test_who_was_away_for_long_is_shown_what_came_since(page_of: Callable[..., Page]) -> None:
    director, member = page_of("director", complaints_are_fine=True), page_of("member")
    director.route("**/live/stream*", lambda route: route.abort())
    director.goto("/posts/703")
    member.goto("/posts/703")
    answer(member, "Toen jij weg was")
    director.unroute("**/live/stream*")
    given = {"Access-Control-Allow-Origin": director.evaluate("location.origin")}
    given |= {"Access-Control-Allow-Credentials": "true", "Content-Type": "text/event-stream"}
    again = "event: again\ndata: \nid: 1\n\n"
    director.route("**/live/stream*", lambda route: route.fulfill(body=again, headers=given))
    director.evaluate("dispatchEvent(new Event('online'))")
    expect(director.locator("article.comment", has_text="Toen jij weg was")).to_be_visible(timeout=SOON)


def test_a_message_comes_in_where_two_talk(page_of: Callable[..., Page]) -> None:
    director, member = page_of("director"), page_of("member")
    director.goto("/messages/new?to=fatma.yildiz")
    director.fill("form.start-talk textarea", "Dag Fatma")
    director.locator("form.start-talk > button.button").click()
    expect(director.locator(".said")).to_contain_text("Dag Fatma")
    listening(director)
    member.goto(director.url.partition("#")[0])
    member.fill("form#answer textarea", "Dag Reinier")
    member.locator("form#answer .composer-foot > button").click()
    expect(director.locator(".said")).to_contain_text("Dag Reinier", timeout=SOON)
    expect(director.locator("#said")).to_have_text("Nieuw bericht in dit gesprek")


def test_two_tabs_share_one_stream(page_of: Callable[..., Page]) -> None:
    first, member = page_of("director"), page_of("member")
    first.goto("/people/")
    listening(first)
    second = first.context.new_page()
    opened: list[str] = []
    second.on("request", lambda asked: opened.append(asked.url) if "/live/stream" in asked.url else None)
    second.goto("/posts/703")
    second.wait_for_timeout(1000)
    member.goto("/posts/703")
    answer(member, "Voor beide tabs, @reinier.postma, hoor")
    expect(second.locator("article.comment", has_text="Voor beide tabs")).to_be_visible(timeout=SOON)
    assert opened == []


def test_without_the_stream_all_works_as_before(page_of: Callable[..., Page]) -> None:
    member = page_of("member", complaints_are_fine=True)
    member.route("**/live/stream*", lambda route: route.abort())
    member.goto("/posts/703")
    answer(member, "Ook zonder stroom")


@pytest.fixture
def settings_page(page_of: Callable[..., Page], whole_browser: Browser) -> Page:
    page = page_of("member", permissions=["notifications"], within=whole_browser)
    page.goto("/you/settings")
    return page


def test_a_device_can_be_told_of_what_needs_somebody(settings_page: Page) -> None:
    expect(settings_page.get_by_role("button", name="Meld het op dit apparaat")).to_be_visible()


def test_the_worker_shows_what_is_pushed_in_place_of_the_one_before(settings_page: Page) -> None:
    settings_page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    line = settings_page.context.new_cdp_session(settings_page)
    found: list[str] = []
    line.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda said: found.extend(one["registrationId"] for one in said["registrations"]),
    )
    line.send("ServiceWorker.enable")
    settings_page.wait_for_timeout(500)
    for title in ("Anna noemde je", "Anna en Bob noemden je"):
        said = {"title": title, "url": "/notices/", "tag": "mentioned:post:1", "lang": "nl"}
        line.send(
            "ServiceWorker.deliverPushMessage",
            {
                "origin": settings_page.evaluate("location.origin"),
                "registrationId": found[-1],
                "data": json.dumps(said),
            },
        )
        settings_page.wait_for_timeout(500)
    shown = settings_page.evaluate(
        """navigator.serviceWorker.ready.then((worker) => worker.getNotifications())
           .then((all) => all.map((one) => [one.title, one.tag, one.data.url]))"""
    )
    assert shown == [["Anna en Bob noemden je", "mentioned:post:1", "/notices/"]]


STUB = """
  const given = %s;
  const plain = (text) => atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = (text) => Uint8Array.from(plain(text), (one) => one.charCodeAt(0));
  let subscription = localStorage.getItem("subscribed");
  const made = () => ({
    endpoint: given.endpoint,
    options: {},
    getKey: (name) => bytes(name === "auth" ? given.secret : given.key).buffer,
  });
  PushManager.prototype.getSubscription = async () => (subscription ? made() : null);
  PushManager.prototype.subscribe = async () => {
    subscription = "yes";
    localStorage.setItem("subscribed", "yes");
    return made();
  };
"""


def test_somebody_switches_a_device_on_and_off(page_of: Callable[..., Page], whole_browser: Browser) -> None:
    """With a browser's part that needs its maker's service said in its place."""
    page = page_of("member", permissions=["notifications"], within=whole_browser)
    given = Service("").subscription | {"endpoint": "https://push.example.org/one"}
    page.add_init_script(STUB % json.dumps(given))
    page.goto("/you/settings")
    page.get_by_role("button", name="Meld het op dit apparaat").click()
    expect(page.get_by_text("Je hoort het op dit apparaat.")).to_be_visible()
    expect(page.get_by_role("button", name="Meld het op dit apparaat")).to_be_hidden()
    page.get_by_role("button", name="Meld hier niets meer").click()
    expect(page.get_by_role("button", name="Meld het op dit apparaat")).to_be_visible()
