"""The one place that asks what time it is, so that a test can say it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

_stopped: ContextVar[bool] = ContextVar("stopped", default=False)


def now() -> datetime:
    if _stopped.get():
        raise RuntimeError("What is kept for later must be given the moment; it may not ask for it.")
    return datetime.now(UTC)


def today() -> date:
    """The day it is for the organisation."""
    from django.utils import timezone  # the library of the network asks for the time without Django

    return timezone.localdate(now())


@contextmanager
def stopped() -> Iterator[None]:
    """Nobody may ask for the time: what is made here is used at other moments too."""
    token = _stopped.set(True)
    try:
        yield
    finally:
        _stopped.reset(token)
