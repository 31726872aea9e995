"""Makes a small organisation in KNOOP_DATA and says how to come in: run as a program, before it is served."""

import json
import os
import sys
from importlib import import_module


def main() -> None:
    from knoop.cli.server import bring_up_to_date, ready_django

    os.environ["DJANGO_SETTINGS_MODULE"] = "knoop.config.settings"
    ready_django()
    bring_up_to_date()
    from knoop.community.posts.models import Post
    from tests import making

    people = {handle: making.person(handle) for handle in ("alice", "bob", "carol")}
    both = [people["alice"], people["bob"]]
    hall, room = making.space("Town hall", both), making.space("Quiet room", both, "invited")
    said = {
        "cookies": {handle: _log_in(person) for handle, person in people.items()},
        "hall": hall.pk,
        "room": room.pk,
        "post": Post.objects.write(people["alice"], hall, "The bridge opens").pk,
        "closed": Post.objects.write(people["alice"], room, "Only for us").pk,
    }
    json.dump(said, sys.stdout)


def _log_in(person) -> str:
    """The key of a new session, as the log-in leaves one."""
    from django.conf import settings
    from django.contrib.auth import login
    from django.http import HttpRequest

    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.META["REMOTE_ADDR"] = "127.0.0.1"
    login(request, person, "knoop.people.login.ByHandleOrEmail")
    request.session.save()
    return str(request.session.session_key)


if __name__ == "__main__":
    main()
