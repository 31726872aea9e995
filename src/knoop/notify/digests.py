"""The digest: what is unread and wasn't mailed before, and once a week what could be quieter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from knoop.base import clock
from knoop.notify import lines
from knoop.notify.choices import MailChoice, When
from knoop.notify.letters import Letter
from knoop.notify.models import Notice, NoticeQuerySet
from knoop.notify.quiet import Loud, quiet_check
from knoop.notify.times import zone_of

OLDEST = timedelta(days=14)
MOST_NEEDS, MOST_GOOD = 20, 40  # lines
MOST = 1000  # notices


@dataclass(frozen=True)
class Group:
    """What happened in one space, or outside all of them."""

    name: str
    lines: list[lines.Line]


@dataclass(frozen=True)
class Digest:
    subject: str
    needs: list[lines.Line]
    groups: list[Group]
    has_more: bool
    loud: list[Loud]

    @property
    def all_address(self) -> str:
        return settings.ADDRESS + reverse("notices")


def hand_out() -> int:
    """A letter for each whose digest comes round. Two workers hand out one between them."""
    if not settings.MAILS:
        return 0
    handed = 0
    for choice in MailChoice.objects.due():
        turn = choice.digest_at
        choice.plan(clock.now())
        with transaction.atomic():
            mine = MailChoice.objects.filter(pk=choice.pk, digest_at=turn)
            if mine.update(digest_at=choice.digest_at):
                Letter.objects.get_or_create(person=choice.person, turn=turn)
                handed += 1
    return handed


def waiting(choice: MailChoice) -> NoticeQuerySet:
    """What somebody's next digest tells."""
    lists = [needs for needs in (True, False) if choice.when(needs) == When.DIGEST]
    since = max(choice.since, clock.now() - OLDEST)
    mine = Notice.objects.visible_to(choice.person).unread().without_muted(choice.person)
    return mine.filter(needs_you__in=lists, digested_at=None, letter=None, at__gte=since)


def compose(choice: MailChoice, letter: Letter) -> Digest | None:
    """What is told in `letter`, marked as told; None when there is nothing."""
    ids = list(waiting(choice).order_by("-pk").values_list("pk", flat=True)[:MOST])
    if not ids:
        return None
    loud = quiet_check(choice.person) if _is_first_of_week(choice) else []
    told = Notice.objects.filter(pk__in=ids)
    needs = lines.page(told.filter(needs_you=True), most=MOST_NEEDS)
    good = lines.page(told.filter(needs_you=False), most=MOST_GOOD)
    told.update(digested_at=letter.handed_at)
    return Digest(
        subject=_subject(len(needs.lines)),
        needs=needs.lines,
        groups=_groups(good.lines),
        has_more=bool(needs.next or good.next),
        loud=loud,
    )


def take_back(letter: Letter) -> None:
    """The letter wasn't sent after all: what it told waits for when it is."""
    Notice.objects.filter(person=letter.person_id, digested_at=letter.handed_at).update(digested_at=None)


def _subject(needs: int) -> str:
    if needs:
        return ngettext("%(count)d thing needs you", "%(count)d things need you", needs) % {"count": needs}
    today = date_format(timezone.localtime(clock.now()), _("j F"))
    return _("What happened until %(day)s") % {"day": today}


def _groups(found: list[lines.Line]) -> list[Group]:
    by_space = sorted(found, key=lambda line: (line.where == "", line.where.casefold()))
    return [Group(where, list(some)) for where, some in groupby(by_space, key=lambda line: line.where)]


def _is_first_of_week(choice: MailChoice) -> bool:
    """The quiet check comes once a week, also to who has a digest each day."""
    if choice.often == MailChoice.Often.WEEKLY:
        return True
    days = set(range(7)) - set(choice.days)
    return clock.now().astimezone(zone_of(choice.person)).weekday() == min(days, default=0)
