"""What is found of dialogues, and what stays of who is erased."""

import pytest

from knoop.leadership.dialogue.models import Dialogue, Idea, NamedAnswer, Question
from knoop.leadership.dialogue.rounds import take_part
from knoop.people.erasures import Erasure
from knoop.search.indexing import index
from tests.dialogue.making import asked, challenge, closed, day, idea, passed, question, session
from tests.search.conftest import find

__all__ = ["find"]
pytestmark = pytest.mark.django_db


def test_an_answer_is_found_by_who_was_asked_and_what_people_answered_by_nobody(
    leader, alice, carol, colleagues, find
) -> None:
    round_ = asked(leader, unit=alice.unit, shares_texts=True)
    for person in colleagues:
        take_part(round_, person, {1: "Zwavelzuur everywhere"})
    closed(round_).give_answer(leader, "We buy periscopes.")
    index("dialogue", [round_.pk])
    assert ("dialogue", round_.pk) in find(alice, "periscopes")
    assert find(carol, "periscopes") == []
    assert find(leader, "zwavelzuur") == []


def test_a_question_is_found_once_it_is_answered(leader, alice, bob, find) -> None:
    live = session(leader)
    one = question(live, alice, "Who buys periscopes?")
    index("dialogue", [live.pk])
    assert find(bob, "periscopes") == []
    one.answer(leader, "I do.")
    index("dialogue", [live.pk])
    assert ("dialogue", live.pk) in find(bob, "periscopes")


def test_of_who_is_erased_the_words_stay_without_their_name(leader, alice, administrator) -> None:
    question(session(leader), alice, "Who pays Alice de Wit?")
    take_part(asked(leader, is_anonymous=False), alice, {1: "Ask Alice de Wit"})
    idea(challenge(leader), alice)
    offered = day(alice, leader)
    passed(offered).tell(leader, "I saw @alice.", "Much.")
    Erasure.objects.ask(alice, administrator, takes_words=False, at_once=True).carry_out()
    kept = [Question.objects.get().text, NamedAnswer.objects.get().words]
    offered.refresh_from_db()
    assert not [words for words in [*kept, offered.seen, offered.seen_html] if "lice" in words]
    assert Question.objects.get().asker is None
    assert Idea.objects.get().title == "A key for each crew"
    assert Dialogue.objects.count() == 3
