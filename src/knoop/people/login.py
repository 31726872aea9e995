"""Log in with a handle or a mail address."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.db.models import OuterRef, QuerySet, StringAgg, Subquery, Value
from django.http import HttpRequest

from knoop.base.written import written
from knoop.people.models import Appointment, Person


@written
def with_roles(pk: int) -> QuerySet[Person]:
    held = Appointment.objects.filter(person=OuterRef("pk")).order_by().values("person")
    roles = Subquery(held.annotate(all=StringAgg("role", Value(" "))).values("all"))
    return Person.objects.select_related("departure", "lock").annotate(held=roles).filter(pk=pk)


class ByHandleOrEmail(BaseBackend):
    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: Any
    ) -> Person | None:
        try:
            person: Person = Person.objects.get_by_natural_key(username)
        except Person.DoesNotExist:
            make_password(password)  # as slow as a wrong password, so that the time doesn't tell who exists
            return None
        return person if person.check_password(password) and person.may_log_in else None

    def get_user(self, user_id: int) -> Person | None:
        person = next(iter(with_roles(user_id)), None)
        if person is None or not person.may_log_in:
            return None
        person.__dict__["roles"] = frozenset((person.held or "").split())  # each page asks for them
        return person
