"""Each page as people meet it: accessible, within its width, light in weight."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import DOORS, PAGES

LOOKS = {"wide and light": (1280, "light"), "phone and dark": (390, "dark")}


def faults(page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"][:3]]


@pytest.fixture(scope="module")
def toured() -> dict[str, dict[str, tuple[list[str], int]]]:
    """What was found on a tour of all pages, by look and page; each look is toured once."""
    return {}


@pytest.fixture
def tour(page_of, toured):
    """What axe says of each page in a look, and how wide the page is."""

    def of(look: str) -> dict[str, tuple[list[str], int]]:
        if look not in toured:
            width, scheme = LOOKS[look]
            roles = {role for _path, role in PAGES.values()}
            by_role = {role: page_of(role, width=width, color_scheme=scheme) for role in roles}
            toured[look] = {name: seen(by_role[role], path) for name, (path, role) in PAGES.items()}
        return toured[look]

    return of


def seen(page, path: str) -> tuple[list[str], int]:
    page.goto(path)
    return faults(page), page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_page(tour, look):
    assert {name: said for name, (said, _width) in tour(look).items() if said} == {}


@pytest.mark.parametrize("path", DOORS.values(), ids=DOORS)
def test_axe_finds_nothing_on_pages_for_strangers(browser, demo, path):
    page = browser.new_page(base_url=demo.address, color_scheme="dark")
    page.goto(path)
    assert faults(page) == []
    page.close()


def test_no_page_is_wider_than_a_phone(tour):
    wide = {name: width for name, (_said, width) in tour("phone and dark").items() if width > 390}
    assert wide == {}


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
