"""What somebody is called, also when nobody may know any more who they were."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext as _


class Name(models.CharField):
    """A name; where it was erased, words for that in the language of who reads.

    As a column, so that it holds for each list and each query that reads a name.
    """

    def from_db_value(self, value: str | None, *_args: object) -> str | None:
        return _("Former member") if value == "" else value

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
