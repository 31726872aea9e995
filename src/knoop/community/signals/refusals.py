"""What a signal refuses, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from knoop.community.signals import promising
from knoop.community.signals.kinds import next_acts

if TYPE_CHECKING:
    from knoop.community.signals.models import Signal


class NotNow(Exception):
    """A signal can't make this step from where it is."""

    def __init__(self, signal: Signal, act: str) -> None:
        allowed = ", ".join(sorted(next_acts(signal.state, signal.decision))) or "nothing"
        super().__init__(
            f"{act!r} can't be done with signal {signal.pk}, which is {signal.state!r}"
            f"{f' ({signal.decision})' if signal.decision else ''}. Now can be done: {allowed}."
        )


class WordsNeeded(ValueError):
    def __init__(self, act: str) -> None:
        super().__init__(f"{act!r} needs words: whoever raised the signal wants to read why or what.")


class DateNeeded(ValueError):
    def __init__(self, day: date | None) -> None:
        super().__init__(f"{day} can't be promised. Say a day after today, so that people know when.")


def said(words: str, act: str) -> str:
    """`words` without what surrounds them. Raises WordsNeeded."""
    if not words.strip():
        raise WordsNeeded(act)
    return words.strip()


def later_than_today(day: date | None) -> date:
    """Raises DateNeeded."""
    if day is None or day <= promising.today():
        raise DateNeeded(day)
    return day
