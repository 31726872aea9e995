"""`knoop invite`: a link by which somebody chooses a password and from then on logs in."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from knoop.cli.demo import use_own_folder
from knoop.cli.errors import WrongUse
from knoop.cli.server import bring_up_to_date, ready_django

if TYPE_CHECKING:
    from knoop.people.models import Person


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("handle", help="the handle of somebody who is here, or of somebody new")
    parser.add_argument("--name", help="full name, for somebody new")
    parser.add_argument("--email", help="mail address, for somebody new")
    parser.add_argument(
        "--role",
        action="append",
        default=[],
        choices=["leader", "community_manager", "ambassador", "works_council", "administrator"],
        help="a role to give; may be repeated",
    )
    parser.add_argument("--demo", action="store_true", help="invite to the demo, not to your own Knoop")


def run(arguments: argparse.Namespace) -> int:
    if arguments.demo:
        use_own_folder()
    ready_django()
    bring_up_to_date()
    from django.conf import settings
    from django.db import transaction

    with transaction.atomic():  # somebody new, their roles and the invitation, or nothing
        person = _person(arguments)
        for role in arguments.role:
            person.appoint(role, by=person)
        path = person.invite(by=person)
    print(f"{settings.ADDRESS}{path}", flush=True)
    days = settings.PASSWORD_RESET_TIMEOUT // (24 * 3600)
    print(
        f"For {person.name} in {settings.DATA}. It works once, for {days} days, "
        f"while Knoop is served at {settings.ADDRESS}.",
        file=sys.stderr,
    )
    return 0


def _person(arguments: argparse.Namespace) -> Person:
    from knoop.people.models import Person

    handle = arguments.handle.lower()
    found = Person.objects.select_related("departure").filter(handle=handle).first()
    if found is None:
        return _newcomer(handle, arguments)
    if not found.is_active:
        raise WrongUse(
            f"{found.name} ({handle}) left on {found.departure.at:%Y-%m-%d} and can't log in. "
            "Who comes back gets another handle: invite it with --name."
        )
    if arguments.name or arguments.email:
        print(
            f"{handle} is here already as {found.name}; --name and --email change nothing.", file=sys.stderr
        )
    return found


def _newcomer(handle: str, arguments: argparse.Namespace) -> Person:
    from django.core.exceptions import ValidationError

    from knoop.people.models import Person

    if not arguments.name:
        raise WrongUse(
            f"Nobody here has the handle {arguments.handle!r}. To invite somebody new, give --name too."
        )
    person = Person(handle=handle, name=arguments.name, email=arguments.email)
    person.set_unusable_password()
    try:
        person.full_clean()
    except ValidationError as fault:
        said = "; ".join(f"{field}: {' '.join(why)}" for field, why in fault.message_dict.items())
        raise WrongUse(f"This person can't be added. {said}") from fault
    person.save()
    return person
