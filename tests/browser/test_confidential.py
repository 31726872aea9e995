"""One confidential signal on a phone, in Dutch: raised, answered, and its sender told to the confidant."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import expect

PASSPHRASE = "vier losse woorden hier"
MORNING = """
from knoop.cli.server import ready_django
ready_django()
from knoop.community.signals.models import Box, Envelope, Letter
from knoop.community.signals import promising
from datetime import timedelta
Envelope.objects.put_out()
Letter.objects.update(on=promising.today() - timedelta(days=1))
"""


@pytest.fixture
def morning(demo, tmp_path_factory):
    """Comes, with all that it puts out."""
    (data,) = tmp_path_factory.getbasetemp().glob("demo[0-9]*/data")

    def come() -> None:
        theirs = ("KNOOP_", "DJANGO_")
        here = {key: value for key, value in os.environ.items() if not key.startswith(theirs)}
        subprocess.run(
            [sys.executable, "-c", MORNING], env=here | {"KNOOP_DATA": str(data / "demo")}, check=True
        )

    return come


def test_a_confidential_signal_from_sending_to_being_known_by_the_confidant(page_of, demo, browser, morning):
    office = page_of("administrator")
    office.goto(f"/administration/people/{demo.logins['ambassador']}")
    office.get_by_label("Vertrouwenspersoon").check()
    office.get_by_role("button", name="Deze rollen bewaren").click()
    confidant = page_of("ambassador", width=390)
    confidant.goto("/signals/confidant")
    for field in ("passphrase", "again"):
        confidant.fill(f"[name={field}]", PASSPHRASE)
    confidant.get_by_role("button", name="Maak mijn sleutel").click()
    expect(confidant.get_by_text("Je hebt een sleutel")).to_be_visible()

    sender = page_of("member", width=390)
    sender.goto("/signals/new")
    sender.get_by_role("link", name="Geef het vertrouwelijk door").click()
    sender.fill("[name=title]", "De remmen worden nooit getest")
    sender.fill("[name=text]", "Het formulier wordt toch getekend.")
    sender.get_by_role("button", name="Verstuur het vertrouwelijk").click()
    code = sender.locator(".return-code output").inner_text()
    assert sender.evaluate("document.documentElement.scrollWidth") <= 390
    morning()

    confidant.goto("/signals/list")
    confidant.get_by_role("link", name="De remmen worden nooit getest").first.click()
    expect(confidant.get_by_text("Fatma")).to_have_count(0)
    confidant.fill("#letter", "Op welke lijn is dat?")
    confidant.locator(".signal-letters").get_by_role("button", name="Versturen").click()
    at = confidant.url

    back = browser.new_context(
        base_url=demo.address, viewport={"width": 390, "height": 844}, locale="nl-NL"
    ).new_page()
    back.goto("/signals/return")
    back.fill("[name=code]", code)
    back.get_by_role("button", name="Toon mijn signaal").click()
    expect(back.get_by_text("Op welke lijn is dat?")).to_be_visible()
    assert back.evaluate("document.documentElement.scrollWidth") <= 390
    back.fill("#write", "Op lijn vier.")
    back.get_by_role("button", name="Versturen").click()
    back.get_by_text("weten wie je bent").click()
    back.fill("#tell", "Fatma van de haven")
    back.get_by_role("button", name="Verzegel het").click()
    expect(back.locator(".note[role=status]")).to_contain_text("Verzegeld")
    back.context.close()
    morning()

    confidant.goto(at)
    expect(confidant.get_by_text("Op lijn vier.")).to_be_visible()
    confidant.locator(".signal-letters summary").click()
    confidant.fill("#passphrase", PASSPHRASE)
    confidant.get_by_role("button", name="Open wat verzegeld is").click()
    expect(confidant.get_by_text("Fatma van de haven")).to_be_visible()
