"""`knoop invite`: a link by which somebody chooses a password and from then on logs in."""

import argparse

from knoop.cli.errors import WrongUse
from knoop.cli.server import bring_up_to_date, ready_django


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


def run(arguments: argparse.Namespace) -> int:
    ready_django()
    bring_up_to_date()
    from django.conf import settings

    person = _person(arguments)
    for role in arguments.role:
        person.appoint(role, by=person)
    print(f"{settings.ADDRESS}{person.invite(by=person)}")
    return 0


def _person(arguments: argparse.Namespace):  # type: ignore[no-untyped-def]
    from django.core.exceptions import ValidationError

    from knoop.people.models import Person

    found = Person.objects.filter(handle=arguments.handle.lower()).first()
    if found:
        return found
    if not arguments.name:
        raise WrongUse(
            f"Nobody here has the handle {arguments.handle!r}. To invite somebody new, give --name too."
        )
    person = Person(handle=arguments.handle.lower(), name=arguments.name, email=arguments.email)
    person.set_unusable_password()
    try:
        person.full_clean()
    except ValidationError as fault:
        said = "; ".join(f"{field}: {' '.join(why)}" for field, why in fault.message_dict.items())
        raise WrongUse(f"This person can't be added. {said}") from fault
    person.save()
    return person
