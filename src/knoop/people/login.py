"""Log in with a handle or a mail address; not by trying passwords."""

from hashlib import sha256
from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.http import HttpRequest

from knoop.people.models import Person

MOST_TRIES = 10
FORGET_AFTER = 15 * 60  # seconds


class Tries:
    """How often a wrong password was given for a name lately, whether or not anybody has that name."""

    def __init__(self, typed: str) -> None:
        self.key = f"log-in-tries-{sha256(typed.encode()).hexdigest()}"

    def are_too_many(self) -> bool:
        return int(cache.get(self.key, 0)) >= MOST_TRIES

    def one_more(self) -> None:
        cache.set(self.key, int(cache.get(self.key, 0)) + 1, FORGET_AFTER)


class ByHandleOrEmail(BaseBackend):
    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: Any
    ) -> Person | None:
        try:
            person: Person = Person.objects.get_by_natural_key(username)
        except Person.DoesNotExist:
            make_password(password)  # as slow as a wrong password, so that the time doesn't tell who exists
            return None
        return person if person.check_password(password) and person.is_active else None

    def get_user(self, user_id: int) -> Person | None:
        person = Person.objects.select_related("departure").filter(pk=user_id).first()
        return person if person and person.is_active else None
