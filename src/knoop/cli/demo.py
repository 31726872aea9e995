"""`knoop demo`: an invented organisation at work, ready to look around in."""

import argparse
import os
import threading
import time
import urllib.request
import webbrowser
from typing import Any

from knoop.cli.errors import WrongUse
from knoop.cli.listening import address_of, port, require_free
from knoop.cli.live import choose_ports
from knoop.cli.serve import keep_address, serve
from knoop.cli.server import bring_up_to_date, progress, ready_django, require_server_part

PASSWORD = "welkom-bij-knoop"  # noqa: S105 - a demonstration on loopback, printed at each start
ROLES = {
    "director": ("leader",),
    "community_manager": ("community_manager",),
    "ambassador": ("ambassador",),
    "member": (),
    "works_council": ("works_council",),
    "administrator": ("administrator",),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8000, help="port to listen on (8000)")
    parser.add_argument("--no-browser", action="store_true", help="don't open a browser")


def run(arguments: argparse.Namespace) -> int:
    require_free("127.0.0.1", arguments.port)
    use_own_folder()
    address = address_of("127.0.0.1", arguments.port)
    os.environ["KNOOP_ADDRESS"] = address  # the organisation's own may be https, where no log-in works here
    choose_ports("127.0.0.1", arguments.port)
    ready_django()
    bring_up_to_date()
    keep_address()
    logins = _organisation()
    _say(logins, address)
    if not arguments.no_browser:
        threading.Thread(target=_open_when_up, args=[address], daemon=True).start()
    return serve("127.0.0.1", arguments.port)


def use_own_folder() -> None:
    """From here on all is about the demo: it shares nothing with the organisation's own Knoop."""
    require_server_part()
    from knoop.config import environment

    theirs = environment.place("KNOOP_DATA", environment.data_folder())
    os.environ["KNOOP_DATA"] = str(theirs / "demo")
    os.environ["KNOOP_DATABASE"] = os.environ["KNOOP_S3"] = ""


def _organisation() -> dict[str, Any]:
    """The people to log in as, by role. Makes the organisation at the first start."""
    try:
        import seed
    except ImportError as fault:
        raise WrongUse(
            "The demo organisation comes with the source tree: run ./knoop demo in a checkout."
        ) from fault
    from django.conf import settings

    ready = settings.DATA / "demo-is-ready"
    if not ready.exists() or len(_logins(seed)) < len(seed.LOGINS):
        _make(seed)
        ready.touch()
    return _logins(seed)


def _logins(seed: Any) -> dict[str, Any]:
    """Who is here of those to log in as."""
    from knoop.people.models import Person

    by_handle = {person.handle: person for person in Person.objects.filter(handle__in=seed.LOGINS.values())}
    return {role: by_handle[handle] for role, handle in seed.LOGINS.items() if handle in by_handle}


def _make(seed: Any) -> None:
    from knoop.base import clock
    from knoop.cli.demo_rooms import fill
    from knoop.importers.bringing import bring
    from knoop.leadership.insights.runs import run_insights
    from knoop.people.models import Person
    from knoop.search.indexing import catch_up
    from seed import rooms

    with progress("Inviting 120 colleagues and their two years of conversation") as advance:
        bring(seed.organisation(), advance)
    director = Person.objects.get(handle=seed.LOGINS["director"])
    for role, handle in seed.LOGINS.items():
        person = Person.objects.get(handle=handle)
        person.set_password(PASSWORD)
        person.save(update_fields=["password"])
        for given in ROLES[role]:
            person.appoint(given, by=director)
    Person.objects.update(welcomed_at=clock.now())  # they have been here for two years
    _look_after_spaces(director)
    with progress("Looking at the network, quarter by quarter") as advance:
        run_insights(progress=advance)
    fill(rooms)
    with progress("Reading what can be found") as advance:
        catch_up(advance)


def _look_after_spaces(director: Any) -> None:
    """An export doesn't say who does: of a unit who leads it, elsewhere who came first."""
    from knoop.community.spaces.models import Membership, Space
    from knoop.community.spaces.units import make_spaces_for_units

    make_spaces_for_units(director)
    for space in Space.objects.current():
        first = space.memberships.present().order_by("since", "pk").first()
        if first and space.is_orphaned:
            first.become(Membership.Role.ADMINISTRATOR, by=director)


def _say(logins: dict[str, Any], address: str) -> None:
    print(f"\nKnoop is on {address}/  (stop with Ctrl-C)")
    print(f"Log in as any of these; the password is always {PASSWORD}\n")
    for role, person in logins.items():
        print(f"  {role.replace('_', ' '):<18} {person.handle:<22} {person.name}, {person.title}")
    print(flush=True)


def _open_when_up(address: str) -> None:
    for _attempt in range(100):
        try:
            urllib.request.urlopen(address + "/healthz", timeout=1).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.2)
        else:
            webbrowser.open(address + "/")
            return
