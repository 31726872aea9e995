"""Accounts in a real Chromium, with the jobs done by a real worker; everything also without JavaScript."""

import pytest
from playwright.sync_api import expect

WITH_AND_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


@WITH_AND_WITHOUT
def test_a_list_is_looked_at_and_brought_in(page_of, script):
    page = page_of("administrator", java_script_enabled=script)
    page.goto("/administration/lists/")
    name = "Wilma Wit" if script else "Zonder Script"
    rows = f"naam;e-mail\n{name};{name.split(maxsplit=1)[0].lower()}@example.org\n;niemand@example.org\n"
    page.set_input_files(
        "input[type=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    page.get_by_role("button", name="Deze lijst bekijken").click()
    expect(page.locator("tr[data-state=wrong]")).to_have_count(1)
    page.get_by_role("button", name="1 persoon binnenhalen").click()
    done = page.get_by_role("button", name="Hun links ophalen als CSV")
    if not script:
        while not done.is_visible():
            page.wait_for_timeout(300)
            page.reload()
    done.wait_for()
    with page.expect_download() as fetched:
        done.click()
    assert name in fetched.value.path().read_text()


def test_an_export_appears_by_itself_and_can_be_fetched(page_of):
    page = page_of("ambassador")
    page.goto("/you/data")
    page.get_by_role("button", name="Maak mijn ZIP-bestand").click()
    link = page.locator("#exports a")
    link.wait_for()
    with page.expect_download() as fetched:
        link.click()
    assert fetched.value.suggested_filename.endswith(".zip")


def test_erasing_is_asked_for_and_taken_back_by_the_keyboard_alone(page_of, demo):
    page = page_of("works council")
    page.goto("/you/data/erasure")
    page.locator("input[name=words]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type(demo.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/you/data")
    keep = page.get_by_role("button", name="Mijn account houden")
    keep.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/you/data?stays")
    expect(page.get_by_role("status").first).to_contain_text("Je account blijft")
