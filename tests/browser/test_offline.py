"""On a shop floor the network comes and goes."""

import pytest


@pytest.fixture
def kept(page_of):
    """A phone on which home was seen with the worker in place."""
    page = page_of("member", width=390, complaints_are_fine=True)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.goto("/")
    page.wait_for_function("caches.open('pages').then(c => c.match('/')).then(Boolean)")
    return page


def test_the_last_feed_can_be_read_without_a_connection(kept):
    first = kept.locator("article.post").first.inner_text()
    kept.context.set_offline(True)
    kept.goto("/")
    assert kept.locator("article.post").first.inner_text() == first
    assert kept.locator("#offline").is_visible()
    kept.context.set_offline(False)
    kept.locator("#offline").wait_for(state="hidden")


def test_what_is_typed_without_a_connection_is_there_when_it_is_back(kept):
    kept.context.set_offline(True)
    kept.fill("main form.composer textarea", "De pomp in Ravensloo lekt.")
    kept.goto("/")
    assert kept.input_value("main form.composer textarea") == "De pomp in Ravensloo lekt."
    kept.context.set_offline(False)


def test_a_page_never_seen_says_so_and_leads_back(kept):
    kept.context.set_offline(True)
    kept.goto("/spaces/")
    assert kept.locator("h1").inner_text() in ("No connection", "Geen verbinding")
    kept.get_by_role("link").last.click()
    kept.wait_for_selector("article.post")
    kept.context.set_offline(False)


def test_nothing_of_anybody_is_left_on_the_device_after_logging_out(kept):
    kept.goto("/menu")
    kept.locator("form[data-leaves] button:visible").first.click()
    kept.wait_for_selector("[name=username]")
    kept.wait_for_function("caches.has('pages').then(there => !there)")
