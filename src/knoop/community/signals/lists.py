"""Signals as lists: the board, what waits on somebody, what is late."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from knoop.base.counting import count_of
from knoop.community.signals import promising
from knoop.community.signals.kinds import State

if TYPE_CHECKING:
    from knoop.people.models import Person


class SignalLists(models.QuerySet["Signal"]):
    def standing(self) -> Self:
        """Not put together with another."""
        return self.filter(merged_into=None)

    def waiting(self) -> Self:
        """Those that still have to be answered."""
        return self.standing().exclude(Q(state=State.TOLD) & Q(promised_on=None))

    def overdue(self) -> Self:
        today = promising.today()
        unheard = Q(state=State.RAISED, acknowledge_by__lt=today)
        return self.standing().filter(Q(promised_on__lt=today) | unheard)

    def that_concern(self, person: Person) -> Self:
        """Raised, supported or followed by somebody, or theirs to answer."""
        mine = Q(raiser=person) | Q(owner=person) | Q(brought_to=person)
        supports = self.model._meta.get_field("supports").related_model
        follows = self.model._meta.get_field("follows").related_model
        for rows in (supports, follows):
            mine |= Q(
                models.Exists(rows._default_manager.filter(signal=models.OuterRef("pk"), person=person))
            )
        return self.filter(mine)

    def before(self, at: datetime, pk: int) -> Self:
        """The page after the signal `pk` at `at`, in a list that shows the newest first."""
        return self.filter(raised_at__lte=at).exclude(raised_at=at, pk__gte=pk)

    def for_list(self) -> Self:
        """Signals with all that a card shows of them, the newest first. A field not loaded here raises."""
        supports = self.model._meta.get_field("supports").related_model._default_manager
        here = supports.filter(signal=models.OuterRef("pk"))
        return (
            self.select_related("owner__departure", "raiser__departure", "space__archival", "unit")
            .annotate(support_count=count_of(here, "signal"))
            .order_by("-raised_at", "-pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def for_page(self, person: Person) -> Self:
        """One signal with all that its page shows, and how `person` stands to it."""
        supports = self.model._meta.get_field("supports").related_model._default_manager
        follows = self.model._meta.get_field("follows").related_model._default_manager
        mine = {"signal": models.OuterRef("pk"), "person": person}
        return self.select_related(
            "owner__departure",
            "owner__reporting_line",
            "raiser__departure",
            "brought_to",
            "space__archival",
            "unit",
        ).annotate(
            is_supported=models.Exists(supports.filter(**mine)),
            is_followed=models.Exists(follows.filter(**mine)),
        )
