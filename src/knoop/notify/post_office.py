"""What an administrator sees of the mail: the two servers, what waits, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Q

from knoop.base import clock
from knoop.notify.models import Arrived, Letter, Refusal, Station

SHOWN = 50
LATELY = timedelta(days=7)


@dataclass(frozen=True)
class Overview:
    is_on: bool
    takes_answers: bool
    reply_address: str
    out: Station | None
    into: Station | None
    counts: dict[str, int]
    refusals: list[Refusal]
    refusal_count: int
    failed: list[Letter]
    arrived: list[Arrived]


def overview() -> Overview:
    """In six queries."""
    since = clock.now() - LATELY
    stations = {station.name: station for station in Station.objects.all()}
    states = Letter.State
    counts = Letter.objects.aggregate(
        waiting=Count("pk", filter=Q(state=states.WAITING)),
        sent=Count("pk", filter=Q(state=states.SENT, at__gte=since)),
        failed=Count("pk", filter=Q(state=states.FAILED, at__gte=since)),
    )
    refusals = Refusal.objects.for_list()
    shown = list(refusals[: SHOWN + 1])
    return Overview(
        is_on=settings.MAILS,
        takes_answers=settings.MAILBOX is not None,
        reply_address=settings.REPLY_ADDRESS,
        out=stations.get("out"),
        into=stations.get("in"),
        counts=counts,
        refusals=shown[:SHOWN],
        refusal_count=len(shown) if len(shown) <= SHOWN else refusals.count(),
        failed=list(Letter.objects.lost()[:SHOWN]),
        arrived=list(Arrived.objects.refused().for_list()[:SHOWN]),
    )
