"""What people who don't answer a signal do with it: stand behind it, follow it, say what they know of it."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from knoop.base import markdown
from knoop.community.signals import verbs
from knoop.community.signals.steps import Remark
from knoop.community.signals.supporting import Help, Link, Support
from knoop.people.models import Person


class StoodBehind(models.Model):
    """A signal, as far as its supporters go."""

    pk: int
    raiser_id: int | None
    supports: Any
    follows: Any
    remarks: Any
    links: Any
    helps: Any
    _lock: Any
    _record: Any

    class Meta:
        abstract = True

    @transaction.atomic
    def support(self, person: Person) -> Support:
        """Again changes nothing; whoever raised it stands for it already."""
        self._lock()
        support, is_new = self.supports.get_or_create(person=person)
        if is_new:
            self._record(person, verbs.Supported(self.pk, person.pk))
        return support

    @transaction.atomic
    def unsupport(self, person: Person) -> None:
        gone, _per_model = self.supports.filter(person=person).delete()
        if gone:
            self._record(person, verbs.Unsupported(self.pk, person.pk))

    def follow(self, person: Person) -> None:
        """For whoever does alone, so nothing that others are told."""
        self.follows.get_or_create(person=person)

    def unfollow(self, person: Person) -> None:
        self.follows.filter(person=person).delete()

    @transaction.atomic
    def remark(self, by: Person, text: str) -> Remark:
        remark = self.remarks.create(by=by, text=text, html=markdown.render(text))
        self._record(by, verbs.Remarked(self.pk, remark.pk, self.raiser_id))
        return remark

    @transaction.atomic
    def link(self, by: Person, thing: str, thing_id: int, address: str) -> Link:
        """To what came of it."""
        found, is_new = self.links.get_or_create(
            thing=thing, thing_id=thing_id, defaults={"address": address, "by": by}
        )
        if is_new:
            self._record(by, verbs.Linked(self.pk, found.pk))
        return found

    @transaction.atomic
    def say_whether_it_helped(self, person: Person, is_helped: bool, words: str = "") -> Help:
        """Once: the first answer stays."""
        answer, is_new = self.helps.get_or_create(
            person=person, defaults={"is_helped": is_helped, "words": words}
        )
        if is_new:
            self._record(person, verbs.Helped(self.pk, is_helped))
        return answer
