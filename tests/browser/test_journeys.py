"""What people do all day, in a real Chromium; everything also without JavaScript."""

import pytest
from playwright.sync_api import expect

WITH_AND_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


def write(page, text: str) -> None:
    page.fill("main form.composer textarea", text)
    page.click("main form.composer button.send")


def post_with(page, text: str):
    return page.locator("article.post", has_text=text)


@WITH_AND_WITHOUT
def test_a_member_logs_in_posts_answers_and_reacts(page_of, script):
    page = page_of("member", java_script_enabled=script)
    text = f"De klem past {'wel' if script else 'niet'}: wie heeft er nog een?"
    write(page, text)
    post_with(page, text).get_by_role("link", name="Antwoord als eerste").click()
    page.fill("#answer textarea", "In de bus ligt **DN100**.")
    page.click("#answer button.button")
    page.wait_for_selector(".comment strong:text('DN100')")
    assert page.locator("#answers-title").inner_text().startswith("1 ")
    page.locator(".post .reactions .offer summary").click()
    page.locator(".post .reactions .offer button").first.click()
    given = page.locator(".post .reactions button[aria-pressed=true]")
    given.wait_for()
    assert given.inner_text().endswith("1")
    given.click()
    page.wait_for_selector(".post .reactions button[aria-pressed=true]", state="detached")


@WITH_AND_WITHOUT
def test_an_answer_to_an_answer_stands_below_it(page_of, script):
    page = page_of("director", java_script_enabled=script)
    write(page, f"Wat moet ik deze week zien? {script}")
    post_with(page, f"deze week zien? {script}").locator("a.answers").click()
    page.fill("#answer textarea", "De pomp in Ravensloo.")
    page.click("#answer button.button")
    page.locator(".comment a.answers").click()
    page.wait_for_selector(".comment #answer textarea")
    page.fill(".comment #answer textarea", "Ik ga mee.")
    page.click(".comment #answer button.button")
    page.wait_for_selector(".comment[data-depth='1']:has-text('Ik ga mee.')")


@WITH_AND_WITHOUT
def test_earlier_posts_come_when_asked_for(page_of, script):
    page = page_of("member", java_script_enabled=script)
    first = page.locator("article.post").first.get_attribute("id")
    assert page.locator("article.post").count() == 20
    page.get_by_role("link", name="Eerdere").click()
    if script:
        expect(page.locator("article.post")).to_have_count(40)
        assert page.locator("article.post").first.get_attribute("id") == first
    else:
        page.wait_for_url("**before=*")
        assert page.locator(f"#{first}").count() == 0
        assert page.locator("article.post").count() == 20


@WITH_AND_WITHOUT
def test_an_empty_post_is_refused_with_words_and_nothing_is_lost(page_of, script):
    page = page_of("member", java_script_enabled=script)
    page.locator("form.composer textarea").evaluate("field => field.removeAttribute('required')")
    page.click("main form.composer button.send")
    assert page.locator("form.composer .wrong").is_visible()


def test_an_answer_that_is_refused_is_still_in_the_field(page_of):
    page = page_of("member")
    page.locator("a.answers").first.click()
    page.locator("#answer textarea").evaluate("field => field.removeAttribute('maxlength')")
    page.fill("#answer textarea", "lang " * 4001)
    with page.expect_response("**/answers") as answered:
        page.click("#answer button.button")
    assert answered.value.status == 422
    page.wait_for_selector("#answer .wrong")
    assert page.input_value("#answer textarea").startswith("lang lang")


def test_a_draft_survives_leaving_the_page_and_goes_once_sent(page_of):
    page = page_of("member")
    page.fill("form.composer textarea", "Half af")
    page.goto("/people/")
    page.goto("/")
    assert page.input_value("form.composer textarea") == "Half af"
    write(page, "Half af, en nu heel")
    post_with(page, "en nu heel").wait_for()
    page.goto("/")
    assert page.input_value("form.composer textarea") == ""


def test_keys_write_and_walk_through_posts(page_of):
    page = page_of("member")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('article.post:first-of-type')")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.matches('article.post:first-of-type')")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.matches('form.composer textarea')")
    page.keyboard.type("jkc")
    assert page.input_value("form.composer textarea") == "jkc"


@WITH_AND_WITHOUT
def test_somebody_joins_a_space_and_leaves_it(page_of, script):
    page = page_of("works council", java_script_enabled=script)
    page.goto("/spaces/")
    row = page.locator(".spaces li", has=page.get_by_role("button", name="Meedoen")).first
    name = row.locator("h2 a").inner_text()
    row.get_by_role("button").click()
    page.wait_for_url("**/spaces/*")
    assert page.locator("h1").inner_text() == name
    assert page.locator(".nav-spaces", has_text=name).count() == 1
    page.locator(".context form[action$=departure] button").click()
    page.wait_for_selector(".page-head form[action$=membership]")
    assert page.locator(".nav-spaces", has_text=name).count() == 0


@WITH_AND_WITHOUT
def test_somebody_is_found_by_what_they_do(page_of, script):
    page = page_of("member", java_script_enabled=script)
    page.goto("/people/")
    page.fill("[name=name]", "hydroloog")
    page.get_by_role("button", name="Zoeken").click()
    expect(page.locator(".people > li")).to_have_count(1)
    expect(page.locator(".people")).to_contain_text("Aleida Kramer")


@WITH_AND_WITHOUT
def test_the_language_is_changed_by_one_press(page_of, script):
    page = page_of("ambassador", java_script_enabled=script)
    assert page.locator("html").get_attribute("lang") == "nl"
    page.locator(".side").get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")
    assert page.get_by_role("link", name="People").is_visible()
    page.locator(".side").get_by_role("button", name="Nederlands").click()
    page.wait_for_selector("html[lang=nl]")


def test_the_director_sees_how_the_network_grew(page_of):
    page = page_of("director")
    page.get_by_role("link", name="Netwerk").click()
    page.wait_for_selector(".headline")
    stages = page.locator(".history li").evaluate_all("bars => bars.map(bar => bar.dataset.stage)")
    assert [stages[0], stages[len(stages) // 2], stages[-1]] == ["1", "2", "3"]
    assert page.locator(".map circle").count() == 9
    assert page.locator(".map .bridge").count() > 5


def test_a_member_is_not_led_to_the_network_and_may_not_see_it(page_of, demo):
    page = page_of("member")
    assert page.get_by_role("link", name="Netwerk").count() == 0
    assert page.request.get(f"{demo.address}/network/").status == 403


def test_all_log_ins_that_the_demo_prints_work(page_of, demo):
    assert set(demo.logins) == {
        "director", "community manager", "ambassador", "member", "works council", "administrator",
    }  # fmt: skip
    for role, handle in demo.logins.items():
        page = page_of(role)
        assert page.locator(f".side .me a[href='/people/{handle}']").is_visible()


def test_a_draft_is_its_writers_and_goes_when_they_log_out(page_of, demo):
    page = page_of("ambassador")
    page.fill("form.composer textarea", "Nog niet voor iedereen")
    page.locator(".side .me").get_by_role("button", name="Uitloggen").click()
    page.wait_for_selector("[name=username]")
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_what_was_typed_survives_a_session_that_ended(page_of, demo):
    page = page_of("member")
    page.context.clear_cookies(name="knoop_session")
    write(page, "Wie heeft de sleutel van de kelder?")
    page.wait_for_selector("[name=password]")
    page.fill("[name=username]", demo.logins["member"])
    page.fill("[name=password]", demo.password)
    page.click("main button.button")
    page.wait_for_url(demo.address + "/")
    assert page.input_value("form.composer textarea") == "Wie heeft de sleutel van de kelder?"


def test_an_answer_that_met_an_ended_session_leads_to_the_log_in_and_back(page_of, demo):
    page = page_of("member")
    page.locator("a.answers").first.click()
    address = page.url.split("#")[0]
    page.context.clear_cookies(name="knoop_session")
    page.fill("#answer textarea", "Dat was ik.")
    page.click("#answer button.button")
    page.wait_for_selector("[name=password]")
    page.fill("[name=username]", demo.logins["member"])
    page.fill("[name=password]", demo.password)
    page.click("main button.button")
    page.wait_for_url(address)
    assert page.input_value("#answer textarea") == "Dat was ik."


def test_without_a_connection_it_says_so_and_keeps_the_text(page_of):
    page = page_of("member", complaints_are_fine=True)
    page.locator("a.answers").first.click()
    page.fill("#answer textarea", "Ben ik er nog?")
    page.context.set_offline(True)
    page.click("#answer button.button")
    page.wait_for_selector("#answer .not-sent")
    assert page.input_value("#answer textarea") == "Ben ik er nog?"
    page.context.set_offline(False)
    page.click("#answer button.button")
    page.wait_for_selector(".comment.fresh:has-text('Ben ik er nog?')")


def test_a_double_click_answers_once(page_of):
    page = page_of("member")
    write(page, "Tel de antwoorden hieronder")
    post_with(page, "Tel de antwoorden").locator("a.answers").click()
    page.fill("#answer textarea", "Een")
    page.dblclick("#answer button.button")
    expect(page.locator(".comment")).to_have_count(1)
    page.reload()
    expect(page.locator(".comment")).to_have_count(1)


def test_after_reacting_the_keyboard_stays_where_it_was(page_of):
    page = page_of("member")
    button = page.locator(".reactions > button[aria-pressed=false]").first
    button.focus()
    emoji = button.get_attribute("value")
    page.keyboard.press("Enter")
    expect(page.locator(":focus[aria-pressed=true]")).to_have_attribute("value", emoji)


def test_enter_opens_a_post_and_a_question_mark_tells_the_keys(page_of):
    page = page_of("member")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).not_to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/posts/*")


@WITH_AND_WITHOUT
def test_somebody_opens_a_closed_space_and_adds_a_colleague(page_of, script):
    page = page_of("works council", java_script_enabled=script)
    page.goto("/spaces/")
    name = f"Achtergrond {script}"
    page.fill(".context [name=name]", name)
    page.get_by_label("alleen voor genodigden").check()
    page.get_by_role("button", name="Ruimte openen").click()
    page.wait_for_selector(f"h1:text('{name}')")
    page.fill("[name=username]", "nobody.here")
    page.get_by_role("button", name="Toevoegen", exact=True).click()
    page.wait_for_selector(".wrong")
    page.fill("[name=username]", "@fatma.yildiz")
    page.get_by_role("button", name="Toevoegen", exact=True).click()
    page.wait_for_selector(".context:has-text('2 leden')")


def test_the_browser_does_not_take_a_part_for_the_page(page_of):
    page = page_of("member")
    page.goto("/people/")
    page.fill("[name=name]", "aimee")
    expect(page.locator(".people > li")).to_have_count(1)
    page.click(".people a.name")
    page.wait_for_selector(".profile")
    page.go_back()
    expect(page.locator(".nav").first).to_be_visible()


@WITH_AND_WITHOUT
def test_somebody_thanks_a_colleague_and_keeps_the_words_when_changing_intent(page_of, script):
    page = page_of("director", java_script_enabled=script)
    page.fill("#composer-text", f"Zonder jou stond de kelder vol. {script}")
    page.click("#intent-thank")
    page.wait_for_selector("form[data-kind=thanks]")
    assert page.input_value("#composer-text") == f"Zonder jou stond de kelder vol. {script}"
    if script:
        page.locator("#composer-thanked").press_sequentially("fatma")
        page.wait_for_selector("#suggestions [role=option]")
        page.keyboard.press("Enter")
        assert page.input_value("#composer-thanked") == "@fatma.yildiz, "
    else:
        page.fill("#composer-thanked", "fatma.yildiz")
    page.click("main form.composer button.send")
    page.wait_for_selector("article.post .kind-thanks:has-text('Fatma')")


@WITH_AND_WITHOUT
def test_a_poll_is_asked_and_answered(page_of, script):
    page = page_of("member", java_script_enabled=script)
    page.goto("/posts/new?intent=poll")
    page.fill("#composer-text", "Thee of koffie?")
    for number, words in enumerate(("Thee", "Koffie")):
        page.locator("[name=option]").nth(number).fill(words)
    page.click("main form.composer button.send")
    page.wait_for_selector("article.post .ballot")
    page.get_by_label("Koffie").check()
    page.click("article.post .ballot button.button")
    page.wait_for_selector(".results .mine:has-text('Koffie')")
