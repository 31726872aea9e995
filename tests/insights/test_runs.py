"""From the log of events to findings, and from findings to the page."""

from datetime import UTC, datetime, timedelta

import pytest

from knoop.community.posts.verbs import Answered, Reacted
from knoop.events.models import Event
from knoop.leadership.insights.models import Finding, FindingsAreKept, Run
from knoop.leadership.insights.page import network_page
from knoop.leadership.insights.runs import NothingToSee, run_insights
from knoop.people.models import Person, Unit
from tests import making

START = datetime(2025, 1, 6, 9, tzinfo=UTC)
END = START + timedelta(days=200)
Question = Finding.Question


def turned_to_each_other(pairs: list[tuple[Person, Person]], at: datetime) -> None:
    """Each of a pair answers the other: a tie that stands."""
    Event.objects.record_imported(
        (by.pk, Answered(comment_id=1, post_id=1, space_id=1, to_id=to.pk), 1, at)
        for one, other in pairs
        for by, to in ((one, other), (other, one))
    )


@pytest.fixture
def units(db: None) -> dict[str, list[Person]]:
    """Two units of twelve and one of four, here since before the first act."""
    sizes = {"Roads": 12, "Water": 12, "Board": 4}
    made: dict[str, list[Person]] = {}
    for name, size in sizes.items():
        unit = Unit.objects.create(name=name, slug=name.lower())
        made[name] = [
            making.person(f"{name.lower()}-{n}", name=f"Zq{name} Xw{n}", unit=unit, joined_at=START)
            for n in range(size)
        ]
    return made


@pytest.fixture
def organisation(units: dict[str, list[Person]]) -> dict[str, list[Person]]:
    """Rings inside each unit from January; in July six pairs across, each with somebody else."""
    rings = [(unit[n], unit[(n + 1) % len(unit)]) for unit in units.values() for n in range(len(unit))]
    across = list(zip(units["Roads"][:6], units["Water"][:6], strict=True))
    thin = [(units["Roads"][0], units["Board"][0])]
    for day in range(0, 201, 20):
        turned_to_each_other(rings, START + timedelta(days=day))
    turned_to_each_other(across + thin, END - timedelta(days=20))
    turned_to_each_other(rings[:1], END)
    return units


def found(question: Question) -> Finding:
    return Finding.objects.history(question).last()


def test_a_log_without_ties_gives_no_run(alice: Person) -> None:
    with pytest.raises(NothingToSee, match="no network to look at yet"):
        run_insights()
    assert not Run.objects.exists()


@pytest.mark.usefixtures("organisation")
def test_a_run_says_on_what_it_rests() -> None:
    run = run_insights()
    last = found(Question.UNITS)
    assert run.events == Event.objects.count()
    assert (last.until, last.since) == (END, END - timedelta(days=90))
    assert (last.people, last.active) == (28, 28)
    in_window = Event.objects.filter(at__gt=last.since, at__lte=last.until)
    assert last.interactions == in_window.count()


@pytest.mark.usefixtures("organisation")
def test_units_of_ten_are_shown_with_their_bridge_and_the_board_of_four_is_not() -> None:
    run_insights()
    value = found(Question.UNITS).value
    assert [(unit["name"], unit["people"], unit["active"], unit["inside"]) for unit in value["units"]] == [
        ("Roads", 12, 12, 12),
        ("Water", 12, 12, 12),
    ]
    assert value["bridges"] == [{"from": "Roads", "to": "Water", "ties": 6, "possible": 144}]
    assert value["hidden"] == {"units": 1, "people": 4}


@pytest.mark.usefixtures("organisation")
def test_the_whole_is_scattered_before_the_units_meet_and_connected_after() -> None:
    run_insights()
    before, *_between, after = Finding.objects.history(Question.STAGE)
    assert before.value["number"] == 1
    assert before.value["features"]["S"] == pytest.approx(12 / 28)
    assert after.value["features"]["S"] == 1
    assert after.value["number"] > 1


@pytest.mark.usefixtures("organisation")
def test_units_that_keep_to_themselves_have_a_silo_index_near_one() -> None:
    run_insights()
    first, *_rest = Finding.objects.history(Question.ORGANISATION)
    assert first.value["ei"] == -1
    assert first.value["silo_index"] == pytest.approx(1)
    assert first.value["reciprocity"] == 1


def test_who_left_long_ago_and_who_came_later_are_not_in_a_window(
    organisation: dict[str, list[Person]], administrator: Person
) -> None:
    Person.objects.filter(pk=administrator.pk).update(joined_at=END + timedelta(days=1))
    gone = organisation["Board"][3]
    gone.depart(administrator)
    type(gone.departure).objects.update(at=END - timedelta(days=91))
    run_insights()
    assert [finding.people for finding in Finding.objects.history(Question.STAGE)][-1] == 27


def test_who_left_within_the_window_is_in_it(
    organisation: dict[str, list[Person]], administrator: Person
) -> None:
    Person.objects.filter(pk=administrator.pk).update(joined_at=END + timedelta(days=1))
    gone = organisation["Board"][3]
    gone.depart(administrator)
    type(gone.departure).objects.update(at=END - timedelta(days=89))
    run_insights()
    assert found(Question.STAGE).people == 28


def test_a_member_who_never_took_part_counts_as_a_member(organisation: object, carol: Person) -> None:
    Person.objects.filter(pk=carol.pk).update(joined_at=START)
    run_insights()
    assert (found(Question.STAGE).people, found(Question.STAGE).active) == (29, 28)


@pytest.mark.usefixtures("organisation")
def test_the_same_log_gives_the_same_findings() -> None:
    runs = [run_insights(), run_insights()]
    values = [list(run.findings.order_by("question", "until").values_list("until", "value")) for run in runs]
    assert values[0] == values[1]


def test_two_runs_are_both_kept_and_the_page_shows_the_newest(organisation: dict[str, list[Person]]) -> None:
    first = run_insights()
    kept = first.findings.count()
    turned_to_each_other([(organisation["Roads"][0], organisation["Roads"][5])], END + timedelta(days=2))
    second = run_insights()
    page = network_page()
    assert first.findings.count() == kept
    assert {month.finding.run_id for month in page.months} == {second.pk}
    assert {page.units.run_id, page.organisation.run_id} == {second.pk}
    # The end of the first run, in the middle of a month, is no bar in the history of the second.
    assert END not in [month.finding.until for month in page.months]


@pytest.mark.usefixtures("organisation")
def test_progress_is_told_window_by_window() -> None:
    told: list[tuple[int, int]] = []
    run_insights(lambda done, total: told.append((done, total)))
    assert told == [(done, len(told)) for done in range(1, len(told) + 1)]


@pytest.mark.usefixtures("organisation")
def test_findings_are_never_changed() -> None:
    run_insights()
    finding = found(Question.STAGE)
    finding.people = 3
    with pytest.raises(FindingsAreKept, match="Start a new run"):
        finding.save()
    with pytest.raises(FindingsAreKept):
        Finding.objects.update(people=3)
    with pytest.raises(FindingsAreKept):
        Finding.objects.bulk_create(
            [finding], update_conflicts=True, update_fields=["people"], unique_fields=["id"]
        )
    assert found(Question.STAGE).people == 28


@pytest.mark.usefixtures("organisation")
def test_findings_are_not_changed_in_bulk() -> None:
    run_insights()
    with pytest.raises(FindingsAreKept):
        Finding.objects.bulk_update([found(Question.STAGE)], ["people"])


@pytest.mark.usefixtures("organisation")
def test_a_finding_holds_no_person() -> None:
    run_insights()
    told = str(list(Finding.objects.values_list("value", flat=True)))
    for person in Person.objects.all():
        assert person.name not in told
        assert person.handle not in told


def test_the_page_is_empty_before_the_first_run(leader: Person, as_) -> None:
    response = as_(leader).get("/network/")
    assert response.status_code == 200
    assert 'class="empty"' in response.text


@pytest.mark.usefixtures("organisation")
def test_a_member_may_not_see_the_network(carol: Person, as_) -> None:
    run_insights()
    response = as_(carol).get("/network/")
    assert response.status_code == 403
    assert "Roads" not in response.text
    assert 'href="/network/"' not in as_(carol).get("/").text


@pytest.mark.usefixtures("organisation")
def test_a_leader_may_see_the_network_that_a_member_may_not(leader: Person, as_) -> None:
    run_insights()
    response = as_(leader).get("/network/")
    assert response.status_code == 200
    assert "Roads – Water" in response.text
    assert 'href="/network/"' in as_(leader).get("/").text


@pytest.mark.usefixtures("organisation")
def test_no_page_of_the_network_names_a_person_or_a_unit_too_small(leader: Person, as_) -> None:
    run_insights()
    text = as_(leader).get("/network/").text
    assert "Board" not in text
    for person in Person.objects.exclude(pk=leader.pk):
        assert person.name not in text
        assert f"/people/{person.handle}" not in text
        assert person.handle not in text


@pytest.mark.usefixtures("organisation")
def test_the_page_costs_seven_queries_with_any_history(
    leader: Person, as_, django_assert_num_queries
) -> None:
    run_insights()
    client = as_(leader)
    with django_assert_num_queries(7):
        client.get("/network/")


def test_a_bridge_that_rests_on_one_person_is_there_but_not_told(
    organisation: dict[str, list[Person]], leader: Person, as_
) -> None:
    hub = organisation["Roads"][0]
    turned_to_each_other([(hub, other) for other in organisation["Water"]], END)
    Person.objects.filter(pk=leader.pk).update(joined_at=START)
    run_insights()
    assert found(Question.UNITS).value["bridges"][0]["ties"] is None
    assert as_(leader).get("/network/").status_code == 200


def test_reactions_make_a_tie_only_when_there_are_many_or_it_is_returned(
    units: dict[str, list[Person]],
) -> None:
    roads, water = units["Roads"], units["Water"]
    returned = [(roads[n], roads[n + 1]) for n in range(0, 12, 2)]
    pairs = [*returned, *((other, one) for one, other in returned), (roads[0], water[0])]
    for by, to in pairs:
        Event.objects.record_imported([(by.pk, Reacted(1, None, 1, to.pk), 1, START)])
    run_insights()
    assert found(Question.STAGE).active == 12
