"""More of what people do: on a desk by day with scripts, and on a phone at night without them."""

from datetime import datetime, timedelta

import pytest

LOOKS = {
    "at a desk": {"width": 1280, "color_scheme": "light"},
    "on a phone without scripts": {"width": 390, "color_scheme": "dark", "java_script_enabled": False},
}


@pytest.fixture(params=LOOKS)
def as_a(page_of, request):
    """A page of a role, and words that no other test writes."""
    return lambda role: page_of(role, **LOOKS[request.param])


@pytest.fixture
def words(request) -> str:
    return f"({request.node.callspec.id})"


def press(page, address_ends: str) -> None:
    """The button of the form that is sent to an address that ends so."""
    page.locator(f"form[action$='{address_ends}'] button").first.click()


def send(page, text: str) -> None:
    page.fill("main form.composer textarea", text)
    page.click("main form.composer button.send, main form#answer .composer-foot > button")


def moment(days: int, hour: int) -> str:
    return (datetime.now() + timedelta(days=days)).strftime(f"%Y-%m-%dT{hour:02}:00")


def test_somebody_asks_and_marks_the_answer_that_helped(as_a, words):
    asker, helper = as_a("member"), as_a("ambassador")
    asker.goto("/posts/new?intent=ask")
    send(asker, f"Wie heeft de sleutel van de kelder? {words}")
    asker.locator("article.post", has_text=words).first.locator("a.when").click()
    helper.goto(asker.url)
    send(helper, "Bij de receptie.")
    helper.wait_for_selector("#answers article:has-text('Bij de receptie.')")
    asker.reload()
    press(asker, "/acceptance")
    asker.wait_for_selector(".helped:has-text('Bij de receptie.')")


def test_somebody_plans_an_event_and_who_comes_too_late_waits(as_a, words):
    host, first, second = as_a("director"), as_a("member"), as_a("ambassador")
    host.goto("/spaces/kantinepraat/events/new")
    host.fill("[name=title]", f"Soep koken {words}")
    host.fill("[name=starts_at]", moment(3, 12))
    host.fill("[name=ends_at]", moment(3, 13))
    host.fill("[name=capacity]", "1")
    host.click("main form button.button")
    host.wait_for_selector("h1:has-text('Soep koken')")
    if host.locator("form[action$='/withdrawal']").count():  # who plans it comes to it
        press(host, "/withdrawal")
    for page in (first, second):
        page.goto(host.url)
        press(page, "/enrolment")
    first.wait_for_selector(".enrol:has-text('Je komt')")
    second.wait_for_selector(".enrol:has-text('wachtlijst')")
    press(first, "/withdrawal")
    second.reload()
    second.wait_for_selector(".enrol:has-text('Je komt')")


def test_somebody_writes_a_page_changes_it_and_goes_back_to_what_it_was(as_a, words):
    page = as_a("member")
    page.goto("/spaces/kantinepraat/pages/new")
    page.fill("[name=title]", f"Koffie zetten {words}")
    page.fill("[name=text]", "Vier scheppen.")
    page.click("main form button.button")
    page.wait_for_selector(".wiki:has-text('Vier scheppen')")
    page.click(".page-acts a.button")
    page.fill("[name=text]", "Vijf scheppen.")
    page.click("main form button.button")
    page.wait_for_selector(".wiki:has-text('Vijf scheppen')")
    page.click("a[href$='/history']")
    page.click("a[href$='/history/1']")
    press(page, "/restoration")
    page.wait_for_selector(".wiki:has-text('Vier scheppen')")


def test_two_people_talk_in_private(as_a, words):
    one, other = as_a("member"), as_a("ambassador")
    one.goto("/people/")
    other.goto("/")
    handle = other.locator(".me a.who").first.get_attribute("href").rpartition("/")[2]
    one.goto(f"/people/{handle}")
    one.click("a[href*='/messages/new']")
    one.fill("main form textarea", f"Heb je even? {words}")
    one.click("main form.start-talk > button.button")
    one.wait_for_selector(f".said .mine:has-text('{words}')")
    other.goto("/messages/")
    other.locator(".conversations a, main li a", has_text="Heb je even").first.click()
    other.fill("main form.composer textarea", f"Nu wel. {words}")
    other.click("main form.composer .composer-foot > button")
    other.wait_for_selector(".said .mine:has-text('Nu wel')")
    one.reload()
    one.wait_for_selector(".said li:not(.mine):has-text('Nu wel')")


def test_somebody_changes_what_they_wrote_takes_it_back_and_undoes_that(as_a, words):
    page = as_a("member")
    send(page, f"Om tien uur is er taart. {words}")
    post = page.locator("article.post", has_text=words).first
    post.locator("details.own-acts summary").click()
    post.locator("a[href$='/edit']").click()
    page.fill("#edit-text", f"Om elf uur is er taart. {words}")
    page.click("main form.composer button.send")
    page.wait_for_selector("article:has-text('elf uur')")
    page.click("a[href$='/versions']")
    page.wait_for_selector(".versions:has-text('tien uur')")
    page.click(".crumb a")
    page.locator("details.own-acts summary").first.click()
    press(page, "/withdrawal")
    page.wait_for_selector(".withdrawn")
    assert "taart" not in page.inner_text("main")
    press(page, "/restoration")
    page.wait_for_selector("article:has-text('elf uur')")


def test_somebody_saves_a_post_and_finds_it_again(as_a):
    page = as_a("works council")
    post = page.locator("article.post").first
    text = post.locator(".words").first.inner_text()[:30]
    post.locator("form.save button").click()
    page.wait_for_selector("form.save button[aria-pressed=true]")
    page.goto("/saved")
    assert text.split()[0] in page.inner_text("#saved")
    page.locator("#saved form.save button").first.click()
    page.wait_for_selector("#saved form.save button[aria-pressed=false], main .empty")


def test_somebody_asks_to_join_and_is_let_in(as_a, words):
    keeper, colleague = as_a("director"), as_a("member")
    keeper.goto("/spaces/new/")
    keeper.fill("[name=name]", f"Proef {words}"[:60])
    keeper.check("[name=openness][value=request]")
    keeper.click("main form button.button")
    keeper.wait_for_selector("h1:has-text('Proef')")
    address = keeper.url
    colleague.goto(address)
    colleague.fill("[name=note]", "Ik werk eraan mee.")
    colleague.click(".door button.button")
    colleague.wait_for_selector(".notice:has-text('Ik werk eraan mee.')")
    keeper.goto("/")
    keeper.locator(".at-home .waits a").first.click()
    keeper.click(".asks form[action$='/acceptance'] button.button >> nth=0")
    colleague.goto(address)
    colleague.wait_for_selector("main form.composer")


def test_somebody_follows_a_colleague(as_a):
    page = as_a("member")
    page.goto("/people/reinier.postma")
    page.click("form.follow button")
    page.wait_for_selector("form.follow[action$='/following/end'] button")
    page.goto("/following")
    assert "Reinier Postma" in page.inner_text("main")
    page.locator("form.follow[action$='/following/end'] button").first.click()
    page.goto("/following")
    assert "Reinier Postma" not in page.inner_text("main")


def test_somebody_tells_what_they_can_be_asked_about(as_a, words):
    page = as_a("ambassador")
    page.goto("/you/profile")
    page.fill("[name=about]", f"Vraag me naar riolering {words}")
    page.click("main form:has([name=about]) button.button")
    page.wait_for_url("**/people/*")
    page.goto("/search?q=riolering")
    while not page.locator(".result", has_text="riolering").count():  # a job puts it there
        page.wait_for_timeout(200)
        page.reload()


def test_a_post_is_written_for_later_and_stays_a_draft_until_then(as_a, words):
    page = as_a("member")
    page.goto("/posts/new")
    page.fill("#composer-text", f"Morgen is de lift stuk. {words}")
    page.click("details.later summary")
    page.fill("[name=due_at]", moment(1, 9))
    page.locator("details.later button.button").click()
    page.goto("/drafts/")
    draft = page.locator(".drafts li", has_text=words)
    draft.locator("form[action$='/discard'] button").click()
    page.wait_for_selector(f".drafts .gone:has-text('{words}')")
    page.goto("/")
    assert "de lift stuk" not in page.inner_text("main")


def test_a_notice_leads_to_the_answer_and_is_read_by_that(as_a, words):
    writer, answerer = as_a("member"), as_a("director")
    send(writer, f"Wie weet waar de ladder staat? {words}")
    writer.locator("article.post", has_text=words).first.locator("a.when").click()
    answerer.goto(writer.url)
    send(answerer, f"In de loods. {words}")
    answerer.wait_for_selector("#answers article:has-text('In de loods')")
    line = f".line[data-unread]:has-text('In de loods. {words}')"
    for _second in range(20):
        writer.goto("/notices/")
        if writer.locator(line).count():
            break
        writer.wait_for_timeout(500)
    writer.locator(f"{line} a").first.click()
    writer.wait_for_selector("article:has-text('In de loods')")
    writer.goto("/notices/")
    assert writer.locator(line).all_inner_texts() == []


def test_what_was_said_is_found_by_a_part_of_a_word(as_a):
    page = as_a("member")
    page.fill("[name=q]", "waterkwal")
    page.press("[name=q]", "Enter")
    page.wait_for_selector(".result mark")
    page.locator(".result-link").first.click()
    page.wait_for_selector("main h1, main article")
    assert "/search" not in page.url
