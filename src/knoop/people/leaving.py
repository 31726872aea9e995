"""Somebody who leaves for good: what their name and words become where they stay behind."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from knoop.people.models import Person

FEWEST_DIGITS = 6  # of a telephone number; what is shorter may be any number


class Leaving:
    """One erasure while it is carried out. `person` is as before: each room may read who it was."""

    def __init__(self, person: Person, *, takes_words: bool) -> None:
        self.person = person
        self.takes_words = takes_words
        self.changed: dict[str, set[int]] = defaultdict(set)  # what search has to read again, by kind
        self.words: set[str] = set()  # that stood in the index of theirs

    @cached_property
    def former(self) -> str:
        """What stands in texts in place of them; a text has one language, so it is the organisation's."""
        with translation.override(settings.LANGUAGE_CODE):
            return _("former member")

    @cached_property
    def removed(self) -> str:
        with translation.override(settings.LANGUAGE_CODE):
            return _("Removed")

    @property
    def mention(self) -> str:
        """What a text holds that may mention them."""
        return f"@{self.person.handle}"

    def unnamed(self, text: str) -> str:
        """A text of somebody else: where it mentions them it says that they were a member."""
        return self._mentions.sub(self.former, text)

    def nameless(self, text: str) -> str:
        """A text of their own: also without their name, address and telephone numbers."""
        return self._signs.sub(self.former, self.unnamed(text)) if text else text

    def unnamed_in(self, kept: Any) -> Any:
        """The same for all words in what was kept as JSON; a value that is their username is emptied."""
        if isinstance(kept, dict):
            return {key: self.unnamed_in(value) for key, value in kept.items()}
        if isinstance(kept, list):
            return [self.unnamed_in(value) for value in kept]
        if not isinstance(kept, str):
            return kept
        return "" if kept.lower() == self.person.handle else self.unnamed(kept)

    @cached_property
    def _mentions(self) -> re.Pattern[str]:
        handle = re.escape(self.person.handle)
        return re.compile(rf"(?<![\w.\-/@#&])@{handle}(?![._-]*[^\W_])", re.IGNORECASE)

    @cached_property
    def _signs(self) -> re.Pattern[str]:
        person = self.person
        signs = [r"\s+".join(map(re.escape, person.name.split())), re.escape(person.email or "")]
        signs += [_spaced(number) for number in (person.phone, person.mobile)]
        if not person.handle.isalpha():  # one that is a word may mean something else
            signs.append(re.escape(person.handle))
        found = "|".join(sign for sign in signs if sign)
        return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)


def _spaced(number: str) -> str:
    """A telephone number however it is written."""
    digits = re.sub(r"\D", "", number)
    if len(digits) < FEWEST_DIGITS:
        return ""
    return (r"\+?" if number.startswith("+") else "") + r"[ ()./-]*".join(digits)
