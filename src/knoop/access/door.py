"""The only door from views to rows: what you may not see and what isn't there are the same answer."""

from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404


class Guarded[M: Model](Protocol):
    def visible_to(self, person: Any) -> QuerySet[M]: ...


def fetch[M: Model](rows: Guarded[M], person: Any, **which: object) -> M:
    """The one row of `rows` that `which` names, if `person` may see it. Raises Http404 else."""
    found = rows.visible_to(person).filter(**which).first()
    if found is None:
        raise Http404
    return found


def require(is_allowed: bool) -> None:
    """Raises PermissionDenied when somebody may see a thing but not do this to it."""
    if not is_allowed:
        raise PermissionDenied
