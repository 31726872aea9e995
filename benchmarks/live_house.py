"""For `bench live`, as programs: `make N` people in a space, each logged in; `post` a post of one of them."""

import json
import sys
import time
from datetime import timedelta
from importlib import import_module
from typing import Any

AT_ONCE = 500


def make(count: int) -> None:
    """Prints the keys of their sessions."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from knoop.base import clock
    from knoop.community.spaces.models import Membership, Space
    from knoop.people.models import Person

    space = Space.objects.create(name="All of us", slug="all-of-us")
    people = Person.objects.bulk_create(
        [Person(handle=f"p{number}", name=f"Person {number}") for number in range(count + 1)], AT_ONCE
    )
    Membership.objects.bulk_create([Membership(space=space, person=one) for one in people], AT_ONCE)
    store = import_module(settings.SESSION_ENGINE).SessionStore
    rows, until = [], clock.now() + timedelta(days=1)
    for person in people[1:]:
        known: dict[str, Any] = {
            SESSION_KEY: str(person.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: person.get_session_auth_hash(),
        }
        session = store()
        key = session._get_new_session_key()
        rows.append(store.get_model_class()(key, session.encode(known), until))
    store.get_model_class().objects.bulk_create(rows, AT_ONCE)
    json.dump([row.session_key for row in rows], sys.stdout)


def post() -> None:
    """Prints the moment at which it was there for all."""
    from knoop.community.posts.models import Post
    from knoop.community.spaces.models import Space
    from knoop.people.models import Person

    Post.objects.write(Person.objects.get(handle="p0"), Space.objects.get(), "The bridge opens")
    print(time.time())


if __name__ == "__main__":
    from knoop.cli.server import bring_up_to_date, ready_django

    ready_django()
    bring_up_to_date()
    make(int(sys.argv[2])) if sys.argv[1] == "make" else post()
