"""Places in a list, as a word in an address."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.base import keyset

MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))
IDS = st.integers(1, 2**63 - 1)


@given(MOMENTS, IDS)
def test_what_is_written_is_read_back_to_the_microsecond(at: datetime, pk: int) -> None:
    assert keyset.read(keyset.write(at, pk)) == (at, pk)


@given(MOMENTS, IDS)
def test_a_cursor_needs_no_escaping_in_an_address(at: datetime, pk: int) -> None:
    assert set(keyset.write(at, pk)) <= set("0123456789-")


def test_the_same_moment_in_another_zone_is_the_same_place() -> None:
    here = datetime(2025, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert keyset.write(here, 7) == keyset.write(here.astimezone(UTC), 7)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "-",
        "1",
        "1-",
        "-1",
        "a-b",
        "1-b",
        "1.5-2",
        "1-2-3",
        "1--2",
        " 1-2",
        "1-2\n",
        "١-٢",
        "²-1",
        "9" * 30 + "-1",
        "9" * 18 + "-1",
    ],
)
def test_garbage_is_refused_by_name(word: str) -> None:
    with pytest.raises(keyset.NotACursor, match="Start again at the first page"):
        keyset.read(word)


@given(st.text(max_size=20))
def test_any_word_is_a_place_or_refused(word: str) -> None:
    try:
        at, pk = keyset.read(word)
    except keyset.NotACursor:
        return
    assert keyset.read(keyset.write(at, pk)) == (at, pk)
