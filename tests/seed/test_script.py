"""How plays, situations and times are read."""

from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.period import BEGINS, after, in_dutch_time, in_utc
from seed.roster import colleagues, handle_of
from seed.script import ScriptIsWrong, joined, plays, situations
from seed.slots import SHORT, SHORT_TO_A_QUESTION
from seed.staff import Staff


def test_a_play_keeps_who_answers_whom() -> None:
    (play,) = plays(
        "@@ 2026-01-05 09:00 heel fatma ; love=3\nHoi.\n> bart +2h: Ja.\n>> fatma: Mooi, @bart.\n"
    )
    assert (play.by, play.love, play.space) == ("fatma.yildiz", 3, "heel")
    assert [(line.depth, line.by) for line in play.lines] == [(1, "bart.mulder"), (2, "fatma.yildiz")]
    assert play.lines[0].gap == timedelta(hours=2)
    assert play.lines[1].text == "Mooi, @bart.mulder."


def test_an_unknown_name_in_a_play_is_named_in_the_error() -> None:
    with pytest.raises(ScriptIsWrong, match="zoef"):
        list(plays("@@ 2026-01-05 09:00 heel zoef\nHoi.\n"))


def test_rows_become_one_paragraph_and_lists_stay_lists() -> None:
    assert joined(["Een", "twee:", "- a", "- b", "", "Drie."]) == "Een twee:\n\n- a\n- b\n\nDrie."


def test_an_answer_knows_which_openings_it_fits() -> None:
    (situation,) = situations("== lab\nEen.\n| Twee.\n> Allebei.\n>klant #2 Alleen twee.\n>> Dank.\n")
    assert situation.openings == ["Een.", "Twee."]
    assert [(a.said_by, set(a.fits)) for a in situation.answers] == [("", set()), ("klant", {2})]
    assert situation.answers[1].then == ("Dank.",)


def test_handles_are_plain() -> None:
    assert handle_of("Fatma Yıldız") == "fatma.yildiz"
    assert handle_of("Sevda Özkan") == "sevda.ozkan"
    assert handle_of("Jan-Willem Stroband") == "janwillem.stroband"


def test_summer_time_begins_and_ends_on_the_last_sunday() -> None:
    assert in_utc(datetime(2026, 3, 28, 12)).hour == 11
    assert in_utc(datetime(2026, 3, 29, 12)).hour == 10
    assert in_utc(datetime(2026, 10, 25, 12)).hour == 11


@given(st.datetimes(datetime(2024, 10, 1, 6), datetime(2026, 9, 29)))
def test_dutch_time_there_and_back_is_the_same(local: datetime) -> None:
    if local.hour >= 4:  # the hour that happens twice is not told apart
        assert in_dutch_time(in_utc(local)) == local


@given(st.integers(0, 700), st.integers(0, 23), st.floats(1, 5000), st.booleans())
def test_an_answer_comes_later_and_not_at_night(days: int, hour: int, minutes: float, shifts: bool) -> None:
    asked = in_utc(datetime.combine(BEGINS, datetime.min.time()) + timedelta(days=days, hours=hour))
    answered = after(asked, minutes, shifts)
    assert answered > asked
    assert 6 <= in_dutch_time(answered).hour < 23


def test_what_may_be_said_twice_is_short() -> None:
    assert all(len(words.split()) <= 4 for words in SHORT + SHORT_TO_A_QUESTION)


def test_nobody_is_active_before_joining() -> None:
    staff = Staff(Random(1), {})
    for person in colleagues().values():
        assert not staff.is_active(person.handle, person.joined - timedelta(days=1))


def test_the_period_is_two_years() -> None:
    from seed.period import ENDS

    assert (date(2024, 10, 1), date(2026, 9, 30)) == (BEGINS, ENDS)
