"""Look-alikes: found by what they mean, at once, and only those that whoever types may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.community.signals.alike import alike
from knoop.community.signals.likeness import Index, from_bytes, shape
from knoop.community.signals.models import Outline, Signal
from tests.signals.labelled import labelled
from tests.signals.making import signal

GOAL = 0.8


def test_who_says_it_in_other_words_finds_it_in_the_first_three():
    """precision@3 on the half that nothing was chosen by, a third of it without a common word."""
    from benchmarks.likeness import answered

    mixed = [answer for answer in answered("test") if "1 mixed" in answer.groups]
    assert sum(any(answer.right) for answer in mixed) / len(mixed) >= GOAL


def test_the_pairs_are_as_many_and_as_mixed_as_they_should_be():
    pairs = [pair for pair in labelled().pairs if pair.set == "mixed"]
    texts = [language for pair in pairs for language in (pair.languages.split("-") * 2)[:2]]
    assert len(pairs) >= 150
    assert 0.45 <= texts.count("nl") / len(texts) <= 0.6
    assert sum(pair.has_no_word_in_common for pair in pairs) / len(pairs) >= 0.33
    halves: dict[str, set[str]] = {"development": set(), "test": set()}
    for pair in labelled().pairs:
        halves[pair.half].add(pair.meaning)
    assert not halves["development"] & halves["test"]


@pytest.mark.django_db
def test_a_signal_is_found_in_the_other_language_as_soon_as_it_is_there(alice, bob):
    alike(bob, "Something else that was asked before")
    here = signal(alice, bob, title="Er zijn te weinig fietsenrekken", text="De stalling staat elke dag vol.")
    assert alike(bob, "The bike shed is overfull") == [here]


@pytest.mark.django_db
def test_what_somebody_may_not_see_is_never_offered(alice, bob, carol, closed_space):
    hidden = signal(alice, alice, title="The coffee machine is broken", space=closed_space)
    assert hidden in alike(alice, "The coffee machine does not work")
    assert alike(carol, "The coffee machine does not work") == []


@pytest.mark.django_db
def test_what_was_put_together_with_another_is_not_offered(alice, bob):
    one, other = (signal(alice, bob, title="The lift is broken") for _ in range(2))
    one.merge_into(other, bob)
    assert alike(alice, "The lift does not work") == [other]


@pytest.mark.django_db
def test_a_signal_that_was_worded_otherwise_is_found_by_its_new_words_alone(alice, bob):
    here = signal(alice, bob, title="The printer jams", text="Each day.")
    assert alike(alice, "Paper jams in the printer") == [here]
    Signal.objects.filter(pk=here.pk).update(title="The gate is locked", text="Each day.")
    Outline.objects.filter(signal=here).delete()
    Outline.objects.write(Signal.objects.filter(pk=here.pk))
    assert alike(alice, "Paper jams in the printer") == []
    assert alike(alice, "Nobody can open the gate") == [here]


@pytest.mark.django_db
def test_an_outline_of_an_earlier_version_is_written_again(alice, bob):
    here = signal(alice, bob)
    Outline.objects.create(signal=here, version=0, shape=b"")
    assert Outline.objects.write(Signal.objects.all()) == 1
    assert Outline.objects.get(signal=here).shape


@pytest.mark.django_db
def test_it_asks_as_little_of_the_database_among_many_as_among_few(alice, bob):
    counts = []
    for _round in range(2):
        for _each in range(6):
            signal(alice, bob, title="The lift is broken")
        alike(bob, "The lift is broken")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            alike(bob, "The lift does not work")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6


@pytest.mark.django_db
def test_it_is_offered_while_typing_and_when_the_page_is_sent(alice, bob, as_):
    here = signal(alice, bob, title="The coffee machine is broken")
    typed = {"title": "De koffieautomaat is stuk", "text": ""}
    for address in ("/signals/alike", "/signals/new"):
        page = as_(bob).post(address, typed | {"look": "1"} if "new" in address else typed)
        assert here.title in page.content.decode()
    assert (
        here.title not in as_(bob).post("/signals/alike", {"title": "Vrijdag is er taart"}).content.decode()
    )


def test_an_index_answers_the_same_packed_and_unpacked_and_from_what_is_kept():
    texts = ["The lift is broken", "De lift is stuk", "No parking left", "Geen parkeerplaats meer"]
    index = Index()
    for key, text in enumerate(texts):
        index.add(key, from_bytes(shape(text).to_bytes()))
    before = index.nearest(shape("Lift doet het niet"), 0.1, 10)
    index.pack()
    after = index.nearest(shape("Lift doet het niet"), 0.1, 10)
    assert [key for _how, key in before] == [key for _how, key in after]
    assert {key for _how, key in before[:2]} == {0, 1}


@pytest.mark.parametrize("text", ["", "   ", "!!!", "de het een", "🙂", "a" * 9999, "'’'", "\x00"])
def test_a_text_that_says_nothing_is_like_nothing(text):
    assert Index().nearest(shape(text), 0.1, 3) == []
