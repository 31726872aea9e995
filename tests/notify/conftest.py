"""Acts whose listeners are told, and what people are told of."""

from collections.abc import Callable
from contextlib import contextmanager

import pytest
from django.test import TestCase

from knoop.notify.lines import page
from knoop.notify.models import Notice


@pytest.fixture
def heard() -> Callable[..., object]:
    """What happens inside is told to who listens."""

    @contextmanager
    def hear():
        with TestCase.captureOnCommitCallbacks(execute=True):
            yield

    return hear


def sentences(person, **which: object) -> list[str]:
    """The lines somebody reads, in English."""
    from django.utils import translation

    with translation.override("en"):
        return [line.sentence for line in page(Notice.objects.visible_to(person).filter(**which)).lines]


@pytest.fixture
def told() -> Callable[..., list[str]]:
    return sentences
