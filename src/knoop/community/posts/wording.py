"""Words that their author may change or take back: of posts and of answers alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.db import models, transaction

from knoop.base import clock
from knoop.community.files.attachments import Change, rehang
from knoop.community.posts import mentions
from knoop.community.posts.revisions import UNDO
from knoop.events.models import Event
from knoop.people.models import Person


class Worded(models.Model):
    edited_at = models.DateTimeField(null=True, editable=False)
    # Its author took the words back: they're gone from here, the conversation stays.
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    word: str
    space: Any
    WORDS: ClassVar[tuple[str, ...]] = ("text", "html")  # the fields that hold them
    # What its events say.
    Edited: ClassVar[Callable[..., Any]]
    Withdrawn: ClassVar[Callable[..., Any]]
    Restored: ClassVar[Callable[..., Any]]

    class Meta:
        abstract = True

    @property
    def place(self) -> tuple[int, ...]:
        """Its own id and those of what it's in, as its events say them."""
        raise NotImplementedError

    @property
    def can_be_restored(self) -> bool:
        """For a while after it was withdrawn."""
        return self.withdrawn_at is not None and clock.now() < self.withdrawn_at + UNDO

    @transaction.atomic
    def edit(self, by: Person, text: str, title: str = "", files: Change | None = None) -> None:
        """Changes the words, which stay to be read as they were, and the files.

        The same words with the same files change nothing.
        """
        self._lock()
        if self.withdrawn_at:
            return
        has_other_words = (self.text, getattr(self, "title", "")) != (text, title)
        has_other_files = files is not None and rehang(files, self, by, self.space)
        if has_other_words:
            self._keep_what_it_said()
        elif not has_other_files:
            return
        people, units = (
            set(rows.values_list(which, flat=True))
            for rows, which in ((self.mentions, "person"), (self.unit_mentions, "unit"))
        )
        words = self._say(by, text, title)
        self.edited_at = clock.now()
        self.save(update_fields=[*self.WORDS, "edited_at"])
        new = tuple(pk for pk in words.people_ids if pk not in people)
        more = tuple(pk for pk in words.unit_ids if pk not in units)
        Event.objects.record(by, type(self).Edited(*self.place, new, more), about=self, at=self.edited_at)

    @transaction.atomic
    def withdraw(self, by: Person) -> None:
        """Takes the words away; who answered them keeps their own."""
        self._lock()
        if self.withdrawn_at:
            return
        self._keep_what_it_said()
        self._say(by, "", "")
        self.withdrawn_at = clock.now()
        self.save(update_fields=[*self.WORDS, "withdrawn_at"])
        Event.objects.record(by, type(self).Withdrawn(*self.place), about=self, at=self.withdrawn_at)

    @transaction.atomic
    def restore(self, by: Person) -> None:
        """Takes a withdrawal back, while that's possible."""
        self._lock()
        last = self.revisions.newest_first().first() if self.can_be_restored else None
        if last is None:
            return
        self._say(by, last.text, last.title)
        last.delete()
        self.withdrawn_at = None
        self.save(update_fields=[*self.WORDS, "withdrawn_at"])
        Event.objects.record(by, type(self).Restored(*self.place), about=self)

    def _lock(self) -> None:
        """Reads the words as they are now, and lets no one else change them meanwhile."""
        fields = [*self.WORDS, "withdrawn_at"]
        now = type(self)._default_manager.select_for_update().filter(pk=self.pk).values(*fields).get()
        for field, value in now.items():
            setattr(self, field, value)

    def _keep_what_it_said(self) -> None:
        self.revisions.create(**{field: getattr(self, field) for field in self.WORDS})

    def _say(self, by: Person, text: str, title: str) -> mentions.Words:
        words = mentions.read(text, by)
        self.text, self.html = text, words.html
        if "title" in self.WORDS:
            self.title = title
        mentions.keep(self, words, is_new=False)
        return words
