"""What may be told, when a finding is made and again when it's read."""

import re
from datetime import datetime, timedelta
from itertools import combinations

import pytest
from django.db import connection
from django.test import Client

from knoop.base import clock
from knoop.community.posts.verbs import Answered
from knoop.events.models import Event
from knoop.leadership.insights.models import Finding, Run
from knoop.leadership.insights.page import NetworkPage, network_page
from knoop.leadership.insights.runs import NothingToSee, run_insights
from knoop.people.models import Person, Unit
from tests import making

NOW = clock.now()
START = NOW - timedelta(days=400)
END = NOW - timedelta(days=1)
Question = Finding.Question


def unit(name: str, size: int) -> list[Person]:
    made = Unit.objects.create(name=name, slug=name.lower())
    return [making.person(f"{name.lower()}-{n}", unit=made, joined_at=START) for n in range(size)]


def answered(by: Person, to: Person, at: datetime = END) -> None:
    Event.objects.record_imported([(by.pk, Answered(1, 1, 1, to.pk), 1, at)])


def met(one: Person, other: Person, at: datetime = END) -> None:
    answered(one, other, at)
    answered(other, one, at)


def ring(people: list[Person], at: datetime = END) -> None:
    for one, other in zip(people, [*people[1:], people[0]], strict=True):
        met(one, other, at)


def found(question: Question) -> Finding:
    return Finding.objects.history(question).last()


def told(client: Client) -> str:
    """The page from its heading on, without the secrets that differ at each reading."""
    return re.sub(r'value="\w{64}"', "", client.get("/network/").text.partition("<main")[2])


@pytest.mark.django_db
def test_with_three_people_a_page_with_an_answer_is_the_page_with_two(leader: Person, as_) -> None:
    Person.objects.filter(pk=leader.pk).update(joined_at=NOW + timedelta(days=1))
    a, b, c = unit("Roads", 3)
    pages = []
    answered(a, b)
    for by, to in ((b, a), (c, a)):
        run_insights()
        pages.append(told(as_(leader)))
        answered(by, to)
    assert pages[0] == pages[1]
    assert not Finding.objects.exclude(value={}, active=None, interactions=None).exists()


@pytest.mark.django_db
def test_a_finding_about_too_few_that_was_kept_is_not_told_when_read(leader: Person, as_) -> None:
    values = {
        Question.STAGE: {"number": 3, "features": {"S": 0.4321}},
        Question.UNITS: {
            "units": [{"name": "Roads", "people": 3, "active": 3, "inside": 1}],
            "bridges": [],
            "hidden": {"units": 7, "people": 9},
        },
        Question.ORGANISATION: {"silo_index": 0.4321, "reciprocity": 0.4321},
    }
    for active, shows in ((9, False), (10, True)):
        run = Run.objects.create()
        Finding.objects.bulk_create(
            Finding(run=run, question=question, since=START, until=END, people=37, active=active,
                    interactions=4321, value=value, source="x")
            for question, value in values.items()
        )  # fmt: skip
        text = told(as_(leader))
        assert [said in text for said in ("Roads", "43")] == [shows, shows]
        assert [page_of().reciprocity is not None, bool(page_of().blocks)] == [shows, shows]
        assert (page_of().now.stage is not None) is shows
        assert "37" in text


def page_of() -> NetworkPage:
    page = network_page()
    assert page is not None
    return page


@pytest.mark.django_db
def test_how_closed_units_are_is_told_from_two_that_are_shown() -> None:
    roads, board = unit("Roads", 12), unit("Board", 4)
    ring(roads)
    ring(board)
    run_insights()
    assert found(Question.ORGANISATION).value["silo_index"] is None
    assert found(Question.ORGANISATION).value["ei"] is None
    ring(unit("Water", 12))
    run_insights()
    assert found(Question.ORGANISATION).value["silo_index"] == pytest.approx(1)
    assert page_of().silo_index == pytest.approx(1)


@pytest.mark.django_db
def test_what_happened_before_the_ninety_days_is_in_no_figure_about_them() -> None:
    roads, water = unit("Roads", 12), unit("Water", 12)
    ring(roads)
    ring(water)
    for one, other in zip(roads[:6], water[:6], strict=True):
        met(one, other, END - timedelta(days=91))
    run_insights()
    assert found(Question.UNITS).value["bridges"][0]["ties"] == 0
    for one, other in zip(roads[:6], water[:6], strict=True):
        met(one, other, END - timedelta(days=89))
    run_insights()
    assert found(Question.UNITS).value["bridges"][0]["ties"] == 6


def page(shares: dict[tuple[str, str], int | None], numbers: list[int], active: int = 20) -> NetworkPage:
    """A page of three months or so, with the ties between units out of a hundred."""
    names = sorted({name for pair in shares for name in pair})
    value = {
        "units": [{"name": name, "people": 10, "active": 10, "inside": 10} for name in names],
        "bridges": [{"from": a, "to": b, "ties": ties, "possible": 100} for (a, b), ties in shares.items()],
        "hidden": {"units": 0, "people": 0},
    }
    months = [
        Finding(question=Question.STAGE, active=active, value={"number": number, "features": {"S": 1}})
        for number in numbers
    ]
    return NetworkPage(months, Finding(active=active, value=value), Finding(active=active, value={}))


def test_the_least_connected_unit_is_named_when_all_is_told() -> None:
    told = page({("A", "B"): 9, ("A", "C"): 5, ("B", "C"): 4}, [1])
    assert told.loneliest is not None
    assert told.loneliest["name"] == "C"


@pytest.mark.parametrize(
    "shares",
    [
        {("A", "B"): 9, ("A", "C"): 5, ("B", "C"): None},
        {("A", "B"): 9, ("A", "C"): 4, ("B", "C"): 9, ("A", "D"): None, ("B", "D"): None, ("C", "D"): 0},
        {("A", "B"): 9},
        dict.fromkeys(combinations("ABC", 2), 3),
        {("A", "B"): 2, ("A", "C"): 5, ("B", "C"): 5},
    ],
    ids=["one pair untold", "a unit with untold pairs", "two units", "all alike", "two share the least"],
)
def test_no_unit_is_named_the_least_connected_when_that_is_not_certain(
    shares: dict[tuple[str, str], int | None],
) -> None:
    assert page(shares, [1]).loneliest is None


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ([1, 1, 2, 2], [1, 1, 1, 1]),  # one month's end and a day after it aren't two months
        ([1, 2, 2, 1], [1, 1, 2, 2]),
        ([4], [4]),
    ],
)
def test_the_window_that_still_runs_shows_the_stage_of_the_month_ends(
    numbers: list[int], shown: list[int]
) -> None:
    months = page({("A", "B"): 9}, numbers).months
    assert [month.stage.number for month in months if month.stage] == shown


@pytest.mark.django_db
def test_a_run_looks_no_further_than_now() -> None:
    roads = unit("Roads", 12)
    ring(roads)
    ring(roads, at=NOW + timedelta(days=90_000))
    run_insights()
    assert found(Question.STAGE).until == END
    assert found(Question.STAGE).interactions == 24


@pytest.mark.django_db
def test_a_log_of_what_is_still_to_come_gives_no_run() -> None:
    ring(unit("Roads", 12), at=NOW + timedelta(days=2))
    with pytest.raises(NothingToSee):
        run_insights()


@pytest.mark.django_db(transaction=True)
def test_nothing_is_locked_while_a_run_computes() -> None:
    ring(unit("Roads", 12))
    locked: list[bool] = []
    run_insights(lambda done, total: locked.append(connection.in_atomic_block or Run.objects.exists()))
    assert locked == [False]


@pytest.mark.django_db(transaction=True)
def test_a_run_that_fails_leaves_neither_run_nor_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    ring(unit("Roads", 12))

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(type(Finding.objects.all()), "bulk_create", fail)
    with pytest.raises(RuntimeError):
        run_insights()
    assert not Run.objects.exists()
