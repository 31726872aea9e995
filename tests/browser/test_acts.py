"""The 25 most common acts, each walked in three looks that together have every value.

| look | width | language | colours | by | scripts |
| --- | --- | --- | --- | --- | --- |
| phone | 390 | English | dark | pointer | yes |
| keyboard | 1280 | Dutch | light | Tab, Shift+Tab, Enter, Space, arrows and typing alone | yes |
| no scripts | 390 | Dutch | dark | pointer | no |

Where the keyboard is has to be seen at each step. Texts are looked up in the catalogue of the look's
language.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.walking import SEND, Enter, Look, Pages, Walker, moment, write, written
from tests.files.making import picture

LOOKS = {
    "phone": Look(390, "en", "dark"),
    "keyboard": Look(1280, "nl", "light", by_keyboard=True),
    "no scripts": Look(390, "nl", "dark", has_scripts=False),
}


@pytest.fixture(scope="module", params=LOOKS)
def look(request) -> Look:
    return LOOKS[request.param]


@pytest.fixture
def words(request) -> str:
    """What no other test writes."""
    return f"({request.node.name.removeprefix('test_')[:24]} {request.node.callspec.id})"


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    return []


@pytest.fixture(scope="module")
def pages(look: Look, browser: Browser, demo, logged_in, complaints: list[str]) -> Iterator[Pages]:
    """A page of each role, made when it's first asked for and used by all acts in this look."""
    opened = Pages(look, browser, demo, logged_in, complaints)
    yield opened
    opened.close()


@pytest.fixture
def as_a(pages: Pages, look: Look, complaints: list[str]) -> Iterator[Enter]:
    """Somebody of a role; `aside` is who is only needed for the act of another, and takes the quick way."""
    complaints.clear()
    yield lambda role, aside=False: Walker(pages[role], look, by_keyboard=look.by_keyboard and not aside)
    assert complaints == []


def test_01_somebody_logs_in_and_out(as_a, pages, demo):
    as_a("works council")  # so that they read in this language
    visitor = Walker(pages.new(), pages.look, pages.look.by_keyboard)
    visitor.go("/login")
    visitor.fill("[name=username]", demo.logins["works council"])
    visitor.fill("[name=password]", demo.password)
    visitor.press(visitor.named("button", "Log in"))
    visitor.sees(".nav")
    visitor.go("/menu")
    visitor.press(visitor.page.locator("form[action$='/logout'] button:visible").first)
    visitor.sees("[name=username]")
    visitor.page.context.close()


def test_02_somebody_reads_what_is_new_and_what_came_before(as_a):
    reader = as_a("member")
    reader.go("/")
    first = reader.find("article.post").get_attribute("id")
    reader.press(reader.named("link", "Earlier"))
    if reader.look.has_scripts:
        reader.page.locator("article.post").nth(39).wait_for()
        assert reader.find("article.post").get_attribute("id") == first
    else:
        reader.page.wait_for_url("**before=*")
        assert reader.page.locator(f"#{first}").count() == 0


def test_03_somebody_reads_a_post_with_its_answers(as_a):
    reader = as_a("member")
    reader.go("/spaces/kantinepraat")
    reader.press("article.post .acts a.answers")
    reader.sees("article.post-alone .words")
    assert reader.page.locator("#answers-title").count() == 1


def test_04_somebody_finds_what_was_said_by_a_part_of_a_word(as_a):
    seeker = as_a("member")
    seeker.go("/search")
    seeker.fill("main [name=q]", "waterkwal")
    seeker.page.keyboard.press("Enter")
    seeker.sees(".result mark")
    seeker.press(".result-link")
    seeker.sees("main h1, main article")
    seeker.page.wait_for_url(lambda address: "/search" not in address)


def test_05_a_notice_leads_to_the_answer_and_is_read_by_that(as_a, words):
    writer, answerer = as_a("member"), as_a("director", aside=True)
    answerer.go(written(writer, f"Wie weet waar de ladder staat? {words}"))
    answer = f"In de loods. {words}"
    answerer.fill("#answer textarea", answer)
    answerer.press("#answer .composer-foot > button")
    answerer.sees("#answers article", answer)
    line = f".line[data-unread]:has-text('{answer}')"
    for _moment in range(40):
        writer.go("/notices/")
        if writer.page.locator(line).count():
            break
        writer.page.wait_for_timeout(250)  # a job tells it
    writer.press(f"{line} a")
    writer.sees("article", "In de loods")
    writer.go("/notices/")
    assert writer.page.locator(line).count() == 0


def test_06_a_colleague_is_found_by_what_they_do(as_a):
    seeker = as_a("member")
    seeker.go("/people/")
    seeker.fill("[name=name]", "hydroloog")
    seeker.press(seeker.named("button", "Search", seeker.find("main form")))
    seeker.sees(".people > li:only-child", "Aleida Kramer")
    seeker.press(".people a.name")
    seeker.sees("h1", "Aleida Kramer")


def test_07_somebody_posts(as_a, words):
    writer = as_a("member")
    write(writer, f"De klem past. {words}", at="/")
    writer.sees("article.post", words)


def test_08_somebody_answers(as_a, words):
    answerer = as_a("member")
    answerer.go(written(as_a("director", aside=True), f"Wie heeft er nog een? {words}"))
    answerer.fill("#answer textarea", "In de bus ligt **DN100**.")
    answerer.press(answerer.named("button", "Answer", answerer.find("#answer")))
    answerer.sees(".comment strong", "DN100")
    assert answerer.page.locator("#answers-title").inner_text().startswith("1 ")


def test_09_an_answer_to_an_answer_stands_below_it(as_a, words):
    answerer = as_a("director")
    answerer.go(written(answerer, f"Wat moet ik deze week zien? {words}"))
    aside = answerer.aside()
    aside.fill("#answer textarea", "De pomp in Ravensloo.")
    aside.press("#answer .composer-foot > button")
    aside.sees(".comment")
    answerer.press(".comment a.answers")
    answerer.sees(".comment #answer textarea")
    answerer.fill(".comment #answer textarea", "Ik ga mee.")
    answerer.press(".comment #answer button.button")
    answerer.sees(".comment[data-depth='1']", "Ik ga mee.")


def test_10_somebody_reacts_and_takes_it_back(as_a, words):
    reader = as_a("ambassador")
    reader.go(written(as_a("member", aside=True), f"De brug is open. {words}"))
    reader.press(".post-alone .reactions .offer summary")
    reader.press(".post-alone .reactions .offer button")
    given = reader.sees(".post-alone .reactions button[aria-pressed=true]")
    assert given.inner_text().endswith("1")
    reader.press(given)
    given.wait_for(state="detached")


def test_11_somebody_asks_and_marks_the_answer_that_helped(as_a, words):
    asker, helper = as_a("member"), as_a("ambassador", aside=True)
    write(asker, f"Wie heeft de sleutel van de kelder? {words}", at="/posts/new?intent=ask")
    asker.press(asker.sees("article.post", words).locator("a.when").first)
    asker.sees("article.post-alone")
    helper.go(asker.page.url)
    helper.fill("#answer textarea", "Bij de receptie.")
    helper.press("#answer .composer-foot > button")
    helper.sees("#answers article", "Bij de receptie.")
    asker.page.reload()
    asker.press("form[action$='/acceptance'] button")
    asker.sees(".helped", "Bij de receptie.")


def test_12_somebody_thanks_a_colleague(as_a, words):
    writer = as_a("director")
    writer.go("/")
    writer.press("#intent-thank")
    writer.sees("form[data-kind=thanks]")
    writer.fill("#composer-text", f"Zonder jou stond de kelder vol. {words}")
    writer.fill("#composer-thanked", "fatma.yildiz")
    writer.press(SEND)
    writer.sees("article.post:has(.kind-thanks)", words)


def test_13_a_poll_is_asked_and_answered(as_a, words):
    voter = as_a("member")
    voter.go("/posts/new?intent=poll")
    voter.fill("#composer-text", f"Thee of koffie? {words}")
    for number, drink in enumerate(("Thee", "Koffie")):
        voter.fill(voter.page.locator("[name=option]").nth(number), drink)
    voter.press(SEND)
    asked = voter.sees("article.post", words)
    voter.choose(asked.get_by_label("Koffie"))
    voter.press(voter.named("button", "Vote", asked))
    voter.sees(f"article.post:has-text('{words}') .results .mine", "Koffie")


def test_14_somebody_changes_what_they_wrote_takes_it_back_and_undoes_that(as_a, words):
    writer = as_a("member")
    writer.go(written(writer, f"Om tien uur is er taart. {words}"))
    writer.press("details.own-acts summary")
    writer.press("a[href$='/edit']")
    writer.sees("#edit-text")
    writer.fill("#edit-text", f"Om elf uur is er taart. {words}")
    writer.press("main form.composer button.send")
    writer.sees("article", "elf uur")
    writer.press("a[href$='/versions']")
    writer.sees(".versions", "tien uur")
    writer.press(".crumb a")
    writer.press("details.own-acts summary")
    writer.press("form[action$='/withdrawal'] button")
    writer.sees(".withdrawn")
    assert "taart" not in writer.page.inner_text("main")
    writer.press("form[action$='/restoration'] button")
    writer.sees("article", "elf uur")


def test_15_a_draft_waits_for_its_moment_and_is_thrown_away(as_a, words):
    writer = as_a("member")
    writer.go("/posts/new")
    writer.fill("#composer-text", f"Morgen is de lift stuk. {words}")
    writer.press("details.later summary")
    writer.fill_moment("[name=due_at]", moment(1, 9))
    writer.press(writer.named("button", "Schedule"))
    writer.page.wait_for_url(lambda address: "/posts/new" not in address)
    writer.go("/drafts/")
    writer.press(writer.named("button", "Don't post it", writer.sees(".drafts li", words)))
    writer.sees(".drafts .gone", words)


def test_16_somebody_saves_a_post_and_finds_it_again(as_a, words):
    reader = as_a("works council")
    reader.go(written(as_a("member", aside=True), f"Bewaar mij. {words}"))
    reader.press(".post-alone form.save button")
    reader.sees(".post-alone form.save button[aria-pressed=true]")
    reader.go("/saved")
    kept = reader.sees("#saved article", words)
    with reader.page.expect_response(lambda said: said.request.method == "POST"):
        reader.press(kept.locator("form.save button"))
    reader.go("/saved")
    assert words not in reader.page.inner_text("main")


def test_17_a_photo_goes_along_with_a_post(as_a, words):
    writer = as_a("ambassador")
    writer.go("/posts/new")
    writer.fill("#composer-text", f"Zo ziet de dijk eruit. {words}")
    photo = {"name": "dijk.png", "mimeType": "image/png", "buffer": picture("PNG", (80, 60))}
    writer.add_file("main form.composer input[type=file]", photo)
    if writer.look.has_scripts:
        writer.sees(".chosen-file", "dijk.png")
    writer.press(SEND)
    posted = writer.sees("article.post", words)
    posted.locator("a[href^='/files/'], .pictures a, .attached").first.wait_for()


def test_18_somebody_joins_a_space_and_leaves_it(as_a):
    member = as_a("works council")
    member.go("/spaces/")
    row = member.page.locator(".spaces li", has=member.page.locator("form[action$='/membership']")).first
    name = row.locator("h3 a").inner_text()
    member.press(row.get_by_role("button").first)
    member.sees(".space-head h1", name)
    assert member.page.locator(".nav-spaces", has_text=name).count()
    member.press(".space-head summary")
    member.press(member.named("button", "Leave this space"))
    member.sees(".space-head form[action$=membership]")
    assert not member.page.locator(".nav-spaces", has_text=name).count()


def test_19_somebody_opens_a_space_and_lets_in_who_asks(as_a, words):
    keeper, colleague = as_a("director"), as_a("member")
    keeper.go("/spaces/new/")
    keeper.fill("[name=name]", f"Proef {words}"[-60:])
    keeper.choose("[name=openness][value=request]")
    keeper.press(keeper.named("button", "Open this space"))
    keeper.sees(".space-head h1")
    address = keeper.page.url
    colleague.go(address)
    colleague.fill("[name=note]", "Ik werk eraan mee.")
    colleague.press(colleague.named("button", "Ask to join"))
    colleague.sees(".notice", "Ik werk eraan mee.")
    keeper.go("/")
    keeper.press(".at-home .waits a")
    keeper.sees(".asks")
    keeper.press(".asks form[action$='/acceptance'] button.button")
    keeper.find(".asks form[action$='/acceptance']").wait_for(state="detached")
    colleague.go(address)
    colleague.sees("main form.composer")


def test_20_somebody_follows_a_colleague(as_a):
    follower = as_a("member")
    follower.go("/people/reinier.postma")
    follower.press("form.follow button")
    follower.sees("form.follow[action$='/following/end'] button")
    follower.go("/following")
    follower.sees("main", "Reinier Postma")
    with follower.page.expect_response(lambda said: said.request.method == "POST"):
        follower.press("form.follow[action$='/following/end'] button")
    follower.go("/following")
    assert "Reinier Postma" not in follower.page.inner_text("main")


def test_21_somebody_tells_what_they_can_be_asked_about(as_a, words):
    expert = as_a("ambassador")
    expert.go("/you/profile")
    expert.fill("[name=about]", f"Vraag me naar riolering {words}")
    expert.press(expert.named("button", "Keep this"))
    expert.page.wait_for_url(lambda address: not address.endswith("/you/profile"))
    for _try in range(60):  # a job puts it there
        expert.go("/search?q=riolering")
        if expert.page.locator(".result", has_text="riolering").count():
            return
        expert.page.wait_for_timeout(500)
    raise AssertionError("It isn't found half a minute later.")


def test_22_an_event_is_planned_and_who_comes_too_late_waits(as_a, words):
    host, first, second = as_a("director"), as_a("member"), as_a("ambassador", aside=True)
    host.go("/spaces/kantinepraat/events/new")
    host.fill("[name=title]", f"Soep koken {words}")
    host.fill_moment("[name=starts_at]", moment(3, 12))
    host.fill_moment("[name=ends_at]", moment(3, 13))
    host.fill("[name=capacity]", "1")
    host.press("main form button.button")
    host.sees("h1", "Soep koken")
    if host.page.locator("form[action$='/withdrawal']").count():  # who plans it comes to it
        host.press("form[action$='/withdrawal'] button")
        host.sees("form[action$='/enrolment']")
    for guest in (first, second):
        guest.go(host.page.url)
        guest.press("form[action$='/enrolment'] button")
    first.sees(".enrol", first.word("You're coming."))
    second.sees(".enrol", second.word("Leave the waiting list"))
    first.press("form[action$='/withdrawal'] button")
    first.sees("form[action$='/enrolment']")
    second.page.reload()
    second.sees(".enrol", second.word("You're coming."))


def test_23_somebody_writes_a_page_changes_it_and_goes_back(as_a, words):
    writer = as_a("member")
    writer.go("/spaces/kantinepraat/pages/new")
    writer.fill("[name=title]", f"Koffie zetten {words}")
    writer.fill("[name=text]", "Vier scheppen.")
    writer.press(writer.named("button", "Save"))
    writer.sees(".wiki", "Vier scheppen")
    writer.press(".page-acts a.button")
    writer.sees("form.page-form")
    writer.fill("[name=text]", "Vijf scheppen.")
    writer.press(writer.named("button", "Save"))
    writer.sees(".wiki", "Vijf scheppen")
    writer.press("a[href$='/history']")
    writer.press("a[href$='/history/1']")
    writer.press("form[action$='/restoration'] button")
    writer.sees(".wiki", "Vier scheppen")


def test_24_two_people_talk_in_private(as_a, demo, words):
    one, other = as_a("member"), as_a("ambassador")
    one.go(f"/people/{demo.logins['ambassador']}")
    one.press("a[href*='/messages/new']")
    one.fill("main form.start-talk textarea", f"Heb je even? {words}")
    one.press("main form.start-talk > button.button")
    one.sees(".said .mine", words)
    other.go("/messages/")
    other.press(other.sees(".conversations a, main li a", "Heb je even"))
    other.fill("main form.composer textarea", f"Nu wel. {words}")
    other.press(other.named("button", "Send"))
    other.sees(".said .mine", f"Nu wel. {words}")
    one.page.reload()
    one.sees(".said li:not(.mine)", f"Nu wel. {words}")


def test_25_the_language_is_changed_by_one_press(as_a):
    reader = as_a("ambassador")
    reader.go("/menu")
    mine = reader.look.language
    other = {"nl": "en", "en": "nl"}[mine]
    reader.press(f"button[name=language][value={other}]:visible")
    reader.sees(f"html[lang={other}]")
    reader.press(f"button[name=language][value={mine}]:visible")
    reader.sees(f"html[lang={mine}]")
