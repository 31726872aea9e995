"""Somebody who walks through Knoop: with a pointer or with keys alone, in either language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import translation
from playwright.sync_api import Browser, Locator, Page

from knoop.cli.screenshots import Demo
from tests.browser.conftest import is_complaint, log_in

MOST_TABS = 400
SEND = "main form.composer button.send"

# 1: it stands behind where the keyboard is, -1: before it, 0: the keyboard is on it.
# From the top of a page: the shorter way.
WAY = """target => {
    const here = document.activeElement;
    if (here === target) return 0;
    if (here && here !== document.body)
        return here.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
    return all.indexOf(target) <= all.length / 2 ? 1 : -1;
}"""
# What is wrong with how it shows that the keyboard is on it; nothing when all is well.
UNSEEN = """one => {
    if (!one.matches(":focus-visible")) return "isn't marked as focused";
    const around = [one, one.nextElementSibling, one.closest("label"), one.closest(".result, .composer")];
    const isDrawn = (style) =>
        (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    if (!around.some((part) => part && isDrawn(getComputedStyle(part)))) return "has no visible focus";
    const label = one.closest("label");
    const place = (label ?? one).getBoundingClientRect();
    const [across, down] = [place.x + place.width / 2, place.y + place.height / 2];
    if (place.bottom <= 0 || place.top >= innerHeight) return "is out of view";
    const above = document.elementFromPoint(across, down);
    const isIts = !above || one.contains(above) || above.contains(one) || label?.contains(above);
    return !isIts ? `is covered by ${above.outerHTML.slice(0, 80)}` : "";
}"""


@dataclass(frozen=True)
class Look:
    width: int
    language: str
    scheme: str
    by_keyboard: bool = False
    has_scripts: bool = True


@dataclass(frozen=True)
class Walker:
    """One person in one look. What is pressed, filled in and chosen goes the way of the look."""

    page: Page
    look: Look
    by_keyboard: bool

    def aside(self) -> Walker:
        """The same, for what an act only begins with: by pointer, which is quicker."""
        return replace(self, by_keyboard=False)

    def go(self, path: str) -> None:
        self.page.goto(path)
        assert self.find("html").get_attribute("lang") == self.look.language

    def find(self, selector: str, has_text: str | None = None) -> Locator:
        return self.page.locator(selector, has_text=has_text).first

    def word(self, english: str, context: str | None = None) -> str:
        """What a page says for it in the language of the look."""
        with translation.override(self.look.language):
            return translation.pgettext(context, english) if context else translation.gettext(english)

    def named(self, role: str, english: str, within: Locator | None = None) -> Locator:
        """A button, a link or a field, by what it's called."""
        return (within or self.page).get_by_role(role, name=self.word(english), exact=True).first

    def sees(self, selector: str, has_text: str | None = None) -> Locator:
        found = self.find(selector, has_text)
        found.wait_for()
        return found

    def press(self, target: str | Locator) -> None:
        target = self._one(target)
        if not self.by_keyboard:
            target.click()
            return
        self.reach(target)
        self.page.keyboard.press("Enter")

    def fill(self, target: str | Locator, text: str) -> None:
        target = self._one(target)
        if not self.by_keyboard:
            target.fill(text)
            return
        self.reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, target: str | Locator) -> None:
        """A box to tick, or one of several of which one can be chosen."""
        target = self._one(target)
        if not self.by_keyboard:
            target.check()
        elif target.get_attribute("type") == "radio":
            self._choose_by_arrows(target)
        else:
            self.reach(target)
            self.page.keyboard.press("Space")

    def _choose_by_arrows(self, target: Locator) -> None:
        group = self.page.locator(f"[type=radio][name='{target.get_attribute('name')}']")
        chosen = [one for one in group.all() if one.is_checked()]
        self.reach(chosen[0] if chosen else group.first)
        if not chosen:
            self.page.keyboard.press("Space")
        for _press in range(group.count()):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        assert target.is_checked()

    def fill_moment(self, target: str, moment: str) -> None:
        """A day and an hour such as 2027-01-31T12:00; with keys digit by digit, as browsers have it."""
        if not self.by_keyboard:
            self.find(target).fill(moment)
            return
        year, month, day, hour, minute = re.findall(r"\d+", moment)
        self.reach(self.find(target))
        half, short = ("PM" if int(hour) >= 12 else "AM"), (int(hour) - 1) % 12 + 1
        for piece in (month, day, year):
            self.page.keyboard.type(piece)
        self.page.keyboard.press("ArrowRight")
        for piece in (f"{short:02}", minute, half):
            self.page.keyboard.type(piece)
        assert self.find(target).input_value() == moment

    def add_file(self, target: str, file: dict[str, object]) -> None:
        field = self.find(target)
        if not self.by_keyboard:
            field.set_input_files(file)
            return
        with self.page.expect_file_chooser() as opened:
            self.reach(field)
            self.page.keyboard.press("Enter")
        opened.value.set_files(file)

    def reach(self, target: Locator) -> None:
        """Goes there with Tab or Shift+Tab, and looks whether it's seen where the keyboard is."""
        target.wait_for(state="attached")
        for _press in range(MOST_TABS):
            way = target.evaluate(WAY)
            if way == 0:
                break
            self.page.keyboard.press("Tab" if way > 0 else "Shift+Tab")
        else:
            raise AssertionError(f"{target} can't be reached with Tab")
        wrong = target.evaluate(UNSEEN)
        assert not wrong, f"{target} {wrong}"

    def _one(self, target: str | Locator) -> Locator:
        return self.find(target) if isinstance(target, str) else target


type Enter = Callable[..., Walker]


class Pages(dict[str, Page]):
    """A page of each role, in one look; who isn't there yet logs in when asked for."""

    def __init__(self, look: Look, browser: Browser, demo: Demo, logged_in, complaints: list[str]) -> None:
        super().__init__()
        self.look, self.browser, self.demo, self.logged_in = look, browser, demo, logged_in
        self.complaints = complaints

    def __missing__(self, role: str) -> Page:
        page = self.new()
        log_in(page, self.demo, role, self.logged_in)
        speak(page, self.look.language)
        self[role] = page
        return page

    def new(self) -> Page:
        context = self.browser.new_context(
            base_url=self.demo.address,
            viewport={"width": self.look.width, "height": 900},
            color_scheme=self.look.scheme,
            java_script_enabled=self.look.has_scripts,
            locale={"nl": "nl-NL", "en": "en-GB"}[self.look.language],
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if is_complaint(said) else None)
        return page

    def close(self) -> None:
        for page in self.values():
            page.goto("/")
            speak(page, "nl")  # what other tests count on
            page.context.close()


def speak(page: Page, language: str) -> None:
    button = page.locator(f"button[name=language][value={language}]")
    if button.count():
        button.first.dispatch_event("click")
        page.wait_for_selector(f"html[lang={language}]")


def moment(days: int, hour: int) -> str:
    return (datetime.now() + timedelta(days=days)).strftime(f"%Y-%m-%dT{hour:02}:00")


def write(walker: Walker, text: str, at: str = "/posts/new") -> None:
    walker.go(at)
    walker.fill("#composer-text", text)
    walker.press(SEND)


def written(walker: Walker, text: str) -> str:
    """The address of a post that is there now, whichever way it came."""
    write(walker.aside(), text)
    walker.sees("article.post", text).locator("a.when").first.click()
    walker.sees("article.post-alone")
    return walker.page.url
