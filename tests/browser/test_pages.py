"""Each page as people meet it: accessible, within its width, light in weight."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import DOORS, PAGES

LOOKS = [(1280, "light"), (390, "dark")]


def faults(page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"][:3]]


@pytest.mark.parametrize("look", LOOKS, ids=["wide and light", "phone and dark"])
def test_axe_finds_nothing_on_any_page(page_of, look):
    width, scheme = look
    by_role = {role: page_of(role, width=width, color_scheme=scheme) for _path, role in PAGES.values()}
    found = {}
    for name, (path, role) in PAGES.items():
        by_role[role].goto(path)
        found[name] = faults(by_role[role])
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize("path", DOORS.values(), ids=DOORS)
def test_axe_finds_nothing_on_pages_for_strangers(browser, demo, path):
    page = browser.new_page(base_url=demo.address, color_scheme="dark")
    page.goto(path)
    assert faults(page) == []
    page.close()


def test_no_page_is_wider_than_a_phone(page_of):
    by_role = {role: page_of(role, width=390) for _path, role in PAGES.values()}
    wide = {}
    for name, (path, role) in PAGES.items():
        by_role[role].goto(path)
        wide[name] = by_role[role].evaluate("document.documentElement.scrollWidth")
    assert {name: width for name, width in wide.items() if width > 390} == {}


def test_things_to_touch_are_large_enough_on_a_phone(page_of):
    page = page_of("member", width=390, has_touch=True, is_mobile=True)
    small = page.locator("main button, .nav a").evaluate_all(
        "all => all.map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])"
        ".filter(([_, box]) => box.width && box.height < 44).map(([html]) => html)"
    )
    assert small == []


def test_the_first_view_of_home_is_light(page_of):
    page = page_of("director")
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    weight = []
    page.on("requestfinished", lambda request: weight.append(sum(
        request.sizes()[part] for part in ("responseBodySize", "responseHeadersSize")
    )))  # fmt: skip
    page.goto("/", wait_until="networkidle")
    assert len(weight) >= 4
    assert sum(weight) <= 150_000
