"""What may go otherwise than usual, in a real Chromium; the usual is in test_acts.py."""

import pytest
from playwright.sync_api import expect

WITH_AND_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


def write(page, text: str) -> None:
    page.fill("main form.composer textarea", text)
    page.click("main form.composer button.send")


def post_with(page, text: str):
    return page.locator("article.post", has_text=text)


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
    page = page_of("director")
    page.goto("/posts/703")  # colleagues gave reactions there
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
    page.get_by_role("link", name="Een ruimte openen").click()
    page.fill("[name=name]", name)
    page.get_by_label("Alleen voor genodigden").check()
    page.get_by_role("button", name="Ruimte openen").click()
    page.wait_for_selector(f"h1:text('{name}')")
    page.get_by_role("link", name="Leden", exact=True).click()
    page.fill("[name=people]", "nobody.here")
    page.get_by_role("button", name="Erbij halen").click()
    page.wait_for_selector(".wrong")
    page.fill("[name=people]", "@fatma.yildiz")
    page.get_by_label("Meteen lid maken").check()
    page.get_by_role("button", name="Erbij halen").click()
    page.wait_for_selector(".space-facts:has-text('2 leden')")


def test_the_browser_does_not_take_a_part_for_the_page(page_of):
    page = page_of("member")
    page.goto("/people/")
    page.fill("[name=name]", "aimee")
    expect(page.locator(".people > li")).to_have_count(1)
    page.click(".people a.name")
    page.wait_for_selector(".profile")
    page.go_back()
    expect(page.locator(".nav").first).to_be_visible()


def test_who_is_thanked_is_suggested_and_the_words_stay_when_the_intent_changes(page_of):
    page = page_of("director")
    page.fill("#composer-text", "Zonder jou stond de kelder vol.")
    page.click("#intent-thank")
    page.wait_for_selector("form[data-kind=thanks]")
    assert page.input_value("#composer-text") == "Zonder jou stond de kelder vol."
    page.locator("#composer-thanked").press_sequentially("fatma")
    page.wait_for_selector("#suggestions [role=option]")
    page.keyboard.press("Enter")
    assert page.input_value("#composer-thanked") == "@fatma.yildiz, "
