"""Without a name means: nothing that is kept anywhere tells who said it, whoever reads the tables."""

import random
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.apps import apps
from django.db import transaction

from knoop.events.models import Event
from knoop.leadership.dialogue import rounds
from knoop.leadership.dialogue.models import NamedAnswer, Question, Sheaf, TookPart
from knoop.people import holdings
from tests import making
from tests.dialogue.making import SCALE, WORDS, asked, closed, session
from tests.making import as_

pytestmark = pytest.mark.django_db
ONCE = UUID(int=7)


def dump() -> dict[str, list[dict[str, object]]]:
    """All rows of all tables, in the order in which they lie there."""
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


@contextmanager
def taken_back():
    """What happens within never happened."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def same_chance(monkeypatch):
    def begin() -> None:
        monkeypatch.setattr(rounds, "chance", random.Random(1))

    return begin


def worlds(same_chance, *acts) -> list[dict[str, object]]:
    """The tables after each of `acts`, each from the same beginning and with the same luck."""
    found = []
    for act in acts:
        same_chance()
        with taken_back():
            act()
            found.append(dump())
    return found


@pytest.mark.parametrize("is_anonymous", [True, False])
def test_the_tables_are_the_same_whoever_of_two_gave_which_answers(
    leader, alice, bob, same_chance, is_anonymous
) -> None:
    round_ = asked(leader, WORDS, SCALE, is_anonymous=is_anonymous)
    heavy, light = ({"answer_1": "Too heavy", "answer_2": "5"}, {"answer_1": "Fine", "answer_2": "1"})
    browsers = {alice: as_(alice), bob: as_(bob)}

    def world(first, second):
        def act() -> None:
            for person, said in ((first, heavy), (second, light)):
                sent = browsers[person].post(f"/dialogue/{round_.pk}/participation", said)
                assert sent.status_code == 302

        return act

    one, other = worlds(same_chance, world(alice, bob), world(bob, alice))
    if is_anonymous:
        assert one == other
    else:
        assert one["dialogue.NamedAnswer"] != other["dialogue.NamedAnswer"]


@pytest.mark.parametrize("named", ["no", "yes"])
def test_the_tables_are_the_same_whoever_of_two_asks_a_question(
    leader, alice, bob, same_chance, named
) -> None:
    live = session(leader)
    browsers = {alice: as_(alice), bob: as_(bob)}

    def world(person):
        said = {"text": "Who decides?", "named": named, "once": str(ONCE)}
        return lambda: browsers[person].post(f"/dialogue/{live.pk}/questions", said)

    one, other = worlds(same_chance, world(alice), world(bob))
    assert len(one["dialogue.Question"]) == 1
    assert (one == other) is (named == "no")


def test_the_order_in_which_people_answered_is_nowhere(leader, colleagues, monkeypatch) -> None:
    monkeypatch.setattr(rounds, "chance", random.Random(2))
    round_ = asked(leader)
    for number, person in enumerate(colleagues):
        rounds.take_part(round_, person, {1: f"answer {number:02}"})
    kept = [value for some in Sheaf.objects.values_list("entries", flat=True) for value, _group in some]
    assert sorted(kept) == [f"answer {number:02}" for number in range(12)]
    assert kept != sorted(kept)
    signs = [some for some in TookPart.objects.values_list("signs", flat=True) if some]
    assert all(some == sorted(some) for some in signs)
    assert not {model for model in (Sheaf, TookPart) if _dated(model)}


def _dated(model) -> bool:
    return any(column.get_internal_type().startswith("Date") for column in model._meta.fields)


def test_an_answer_without_a_name_is_no_event_and_one_with_a_name_is(leader, alice) -> None:
    unnamed, named = asked(leader), asked(leader, is_anonymous=False)
    rounds.take_part(unnamed, alice, {1: "Secret"})
    assert not Event.objects.filter(actor=alice).exists()
    rounds.take_part(named, alice, {1: "Open"})
    assert Event.objects.filter(actor=alice, verb="dialogue.taken_part", about_id=named.pk).exists()


def test_no_question_is_an_event_and_an_answer_ties_only_who_asked_by_name(leader, alice, bob) -> None:
    """Events around an unnamed question would tell when it was asked."""
    live = session(leader)
    unnamed = Question.objects.ask(live, alice, "Secret?", is_named=False)
    named = Question.objects.ask(live, bob, "Open?", is_named=True)
    assert not Event.objects.filter(actor__in=[alice, bob]).exists()
    for question in (unnamed, named):
        question.answer(leader, "Yes.")
    answered = Event.objects.filter(verb="dialogue.question_answered").order_by("pk")
    assert [[tie.to for tie in event.ties()] for event in answered] == [[], [bob.pk]]


def test_somebodys_export_holds_what_they_answered_by_name_and_nothing_else(leader, alice) -> None:
    rounds.take_part(asked(leader), alice, {1: "Secret"})
    rounds.take_part(asked(leader, is_anonymous=False), alice, {1: "Openly"})
    held = next(one for one in holdings.known() if one.key == "dialogue")
    told = str({name: list(rows) for name, rows in held.exported(alice).items()})
    assert "Openly" in told
    assert "Secret" not in told


def test_who_is_erased_leaves_no_sign_and_the_answer_stays(leader, alice) -> None:
    round_ = asked(leader)
    rounds.take_part(round_, alice, {1: "Too heavy"})
    assert rounds.took_part(round_, alice)
    rounds.forget_signs(alice)
    assert not rounds.took_part(round_, alice)
    assert [value for value, _group in round_.round_questions.get().unnamed()] == ["Too heavy"]


def test_the_page_an_administrator_sees_names_nobody_who_answered_without_a_name(
    leader, administrator, colleagues
) -> None:
    unnamed = asked(leader, shares_texts=True)
    named = asked(leader, shares_texts=True, is_anonymous=False)
    for person in colleagues:
        for round_ in (unnamed, named):
            rounds.take_part(round_, person, {1: "Too heavy"})
    for round_ in (unnamed, named):
        closed(round_).give_answer(leader, "We will look at it.")
    pages = [as_(administrator).get(f"/dialogue/{one.pk}").content.decode() for one in (unnamed, named)]
    assert all(page.count("Too heavy") == 12 for page in pages)
    assert [any(one.name in page for one in colleagues) for page in pages] == [False, True]
    assert NamedAnswer.objects.count() == 12


def test_a_sign_in_one_round_says_nothing_of_another(leader, alice) -> None:
    assert rounds.sign_of(1, alice.pk) != rounds.sign_of(2, alice.pk)
    assert rounds.sign_of(1, alice.pk) == rounds.sign_of(1, alice.pk)


def test_an_administrator_is_shown_no_answer_to_what_they_did_not_ask(
    leader, administrator, colleagues
) -> None:
    round_ = asked(leader, shares_texts=True)
    for person in colleagues:
        rounds.take_part(round_, person, {1: "Too heavy"})
    closed(round_)
    for who, sees in ((administrator, False), (making.person("dora"), False), (leader, True)):
        assert ("Too heavy" in as_(who).get(f"/dialogue/{round_.pk}").content.decode()) is sees
