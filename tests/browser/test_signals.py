"""A concern on its way from a phone to "told back", by four people, past a look-alike and a broken promise.

In the looks of the acts: 390 and 1280, English and Dutch, light and dark, by keys alone, without scripts.
"""

import os
import re
import subprocess
import sys
from datetime import datetime, timedelta

from knoop.cli.screenshots import Demo
from tests.browser.test_acts import as_a, complaints, look, pages, words  # noqa: F401 - fixtures
from tests.browser.walking import Walker

A_WEEK_AND_MORE = """
from datetime import timedelta
from knoop.cli.server import ready_django
ready_django()
from knoop.community.signals import promising, reminding
from knoop.community.signals.models import FreeDay, Signal
past = promising.today() - timedelta(days=9)
Signal.objects.filter(pk={number}).update(promised_on=past, acknowledge_by=past)
reminding.working_time.is_working_day = lambda *_given: True  # the test also runs in a weekend
reminding.remind()
"""


def pass_a_week(demo: Demo, number: str) -> None:
    """To the promise of one signal; then what runs each morning runs."""
    surroundings = os.environ | {
        "KNOOP_DATA": str(demo.data),
        "DJANGO_SETTINGS_MODULE": "knoop.config.settings",
    }
    program = A_WEEK_AND_MORE.format(number=number)
    subprocess.run([sys.executable, "-c", program], env=surroundings, check=True, timeout=60)


def raise_one(walker: Walker, title: str, text: str) -> str:
    """Returns its number."""
    walker.go("/signals/new")
    walker.choose("[name=kind][value=concern]")
    walker.fill("[name=title]", title)
    walker.fill("[name=text]", text)
    walker.fill("[name=where]", "Depot Noord")
    walker.fill("[name=would_help]", "Iemand die om zes uur opent")
    walker.sees("#outlook", walker.word("Before you send it"))
    walker.press(walker.named("button", "Send this signal"))
    walker.page.wait_for_url(re.compile(r"/signals/\d+$"))
    return walker.page.url.rsplit("/", 1)[-1]


def take(walker: Walker, number: str, noun: str, choose: str = "", **given: str) -> None:
    """One step on a signal's page: opens its form, fills it in and sends it."""
    walker.go(f"/signals/{number}")
    form = walker.find(f"form[action$='/{number}/{noun}']")
    opened = walker.find(f"details:has(form[action$='/{number}/{noun}'])")
    if opened.count() and opened.get_attribute("open") is None:
        walker.press(opened.locator("summary"))
    if choose:
        walker.choose(form.locator(f"[type=radio][value={choose}]"))
    for name, said in given.items():
        field = form.locator(f"[name={name}]")
        if field.get_attribute("type") == "date":
            field.fill(said)
        else:
            walker.fill(field, said)
    with walker.page.expect_navigation():
        walker.press(form.locator("button").last)


def test_a_concern_goes_from_a_phone_to_told_back(as_a, demo, words):  # noqa: F811
    raiser, colleague = as_a("member"), as_a("ambassador", aside=True)
    manager, director = as_a("community manager", aside=True), as_a("director")
    number = raise_one(raiser, f"De poort gaat te laat open {words}", "Wij staan elke ochtend buiten.")
    alike = raise_one(colleague, f"Poort om zes uur nog dicht {words}", "De vroege ploeg komt er niet in.")

    take(manager, alike, "merger", other=number)
    take(manager, number, "handover", to=f"@{demo.logins['director']}", words="Jij gaat over de depots.")
    colleague.go(f"/signals/{alike}")
    assert colleague.page.url.split("?")[0].endswith(f"/signals/{number}")
    colleague.sees("[aria-labelledby=merged]", words)

    pass_a_week(demo, number)
    raiser.go(f"/signals/{number}")
    raiser.sees(".signal-top .late", raiser.word("overdue"))
    raiser.sees(".to-come .late")  # and who was asked to look after it

    soon = (datetime.now() + timedelta(days=30)).strftime("%Y-%m-%d")
    take(director, number, "acknowledgement", words="Dank je. Ik sta morgen om zes uur zelf bij de poort.")
    take(director, number, "decision", choose="yes", words="De portier begint eerder.", on=soon)
    take(director, number, "change", words="De poort is open om kwart voor zes.")
    take(director, number, "telling", words="Ik had zelf moeten komen kijken.")

    raiser.go("/notices/")
    raiser.sees("main", words)
    take(raiser, number, "help", choose="yes", words="Niemand staat meer buiten.")
    raiser.sees("[aria-labelledby=helped]", "Niemand staat meer buiten.")
    colleague.go(f"/signals/{number}")
    colleague.sees("#your-turn", colleague.word("Did what came of it help?"))
