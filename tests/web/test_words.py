"""How moments, shares and people are shown in a line."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from knoop.base import clock
from knoop.people.models import Person
from knoop.web.templatetags.web import ago, as_percentage, avatar

NOW = datetime(2025, 6, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def words(age: timedelta) -> str:
    return ago(NOW - age).split(">")[1].split("<")[0]


@pytest.mark.parametrize(
    ("age", "english"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=-5), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=23, minutes=59), "23 hours ago"),
        (timedelta(hours=24), "14 June"),
        (timedelta(days=165), "1 January"),
        (timedelta(days=166), "31 December 2024"),
    ],
)
def test_an_age_is_said_in_as_few_words_as_it_can(age: timedelta, english: str) -> None:
    with translation.override("en"):
        assert words(age) == english


def test_an_age_is_said_in_dutch() -> None:
    with translation.override("nl"):
        assert words(timedelta(minutes=5)) == "5 minuten geleden"
        assert words(timedelta(days=1)) == "14 juni"


def test_the_exact_moment_is_there_for_who_asks() -> None:
    with translation.override("en"):
        assert 'datetime="2025-06-15T13:55:00+02:00"' in ago(NOW - timedelta(minutes=5))


@given(st.integers(1, 100_000), st.data())
def test_a_share_is_a_hundred_only_when_it_is_all_and_nought_only_when_it_is_nothing(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    said = as_percentage(part / whole)
    assert (said == "100%") == (part == whole)
    assert (said == "0%") == (part == 0)


def test_a_share_is_rounded_to_whole_hundredths() -> None:
    assert [as_percentage(share) for share in (0.125, 0.126, 0.996, 0.001)] == ["12%", "13%", "99%", "1%"]


def test_a_share_that_is_not_known_is_a_dash() -> None:
    assert as_percentage(None) == "–"


def test_a_person_keeps_their_colour_and_is_silent_to_screen_readers() -> None:
    drawn = avatar(Person(pk=13, handle="a", name="<Ann> Bee"))
    assert 'data-hue="5"' in drawn
    assert 'aria-hidden="true"' in drawn
    assert "&lt;" not in drawn
