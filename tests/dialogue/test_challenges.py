"""Challenges: ideas from everybody, worked out together, decided on one by one, and a result."""

import random
from contextlib import suppress

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from knoop.leadership.dialogue.ideas import ACTS, Idea, NotNow, Stage, stage_of
from knoop.leadership.dialogue.models import Dialogue, Refused
from tests import making
from tests.dialogue.making import challenge, closed, idea
from tests.making import as_

ORDER = list(Stage)


@given(st.booleans(), st.integers(0, 5), st.booleans())
def test_each_challenge_is_in_one_stage_and_what_is_answered_is_done(is_open, undecided, is_answered) -> None:
    stage = stage_of(is_open=is_open, undecided=undecided, is_answered=is_answered)
    assert ("decide" in ACTS[stage]) is (not is_open and not is_answered)
    assert ("give" in ACTS[stage]) is (is_open and not is_answered)
    assert ("tell_result" in ACTS[stage]) is (not is_open and not undecided and not is_answered)


def something(luck, found, leader, alice) -> None:
    """One act of somebody, allowed or not."""
    some = list(Idea.objects.filter(dialogue=found))
    one = luck.choice(some) if some else Idea.objects.give(found, alice, "The first", "")
    acts = {
        "give": lambda: Idea.objects.give(found, alice, "Another", ""),
        "support": lambda: one.support(alice),
        "join": lambda: one.join(alice),
        "decide": lambda: one.decide(leader, luck.choice(["chosen", "not"]), "Because."),
        "close": lambda: closed(found) if luck.random() < 0.3 else None,
        "tell_result": lambda: found.give_answer(leader, "It works."),
    }
    acts[luck.choice(list(acts))]()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_tried_a_challenge_only_goes_on(leader, alice, seed) -> None:
    luck, found, before = random.Random(seed), challenge(leader), 0
    for _turn in range(25):
        count, decided = Idea.objects.count(), Idea.objects.exclude(decision="").count()
        with suppress(NotNow, Refused):
            something(luck, found, leader, alice)
        found = Dialogue.objects.get(pk=found.pk)
        now = ORDER.index(found.stage)
        assert now >= before
        assert before == 0 or Idea.objects.count() == count
        assert Idea.objects.exclude(decision="").count() >= decided
        assert not Idea.objects.exclude(decision="").filter(because="").exists()
        before = now


@pytest.mark.django_db
def test_a_colleague_gives_an_idea_and_not_once_it_has_closed(leader, alice) -> None:
    found = challenge(leader)
    said = {"title": "A key for each crew", "text": "It costs ten euros."}
    assert as_(alice).post(f"/dialogue/{found.pk}/ideas", {"title": ""}).status_code == 422
    assert as_(alice).post(f"/dialogue/{found.pk}/ideas", said).status_code == 302
    closed(found)
    assert as_(alice).post(f"/dialogue/{found.pk}/ideas", said).status_code == 403
    assert Idea.objects.count() == 1


@pytest.mark.django_db
def test_others_support_work_out_and_remark_and_step_back(leader, alice, bob) -> None:
    one = idea(challenge(leader), alice)
    browser, address = as_(bob), f"/dialogue/ideas/{one.pk}"
    for act in ("support", "joining"):
        assert browser.post(f"{address}/{act}").status_code == 302
        assert as_(alice).post(f"{address}/{act}").status_code == 403
    assert browser.post(f"{address}/remarks", {"text": "Mine has one."}).status_code == 302
    shown = as_(alice).get(address).content.decode()
    assert "Bob Smit" in shown
    assert "Mine has one." in shown
    for act in ("support", "joining"):
        browser.post(f"{address}/{act}/end")
    assert (one.supports.count(), one.joinings.count()) == (0, 0)


@pytest.mark.django_db
def test_the_leader_decides_with_a_reason_and_nobody_else_does(leader, alice, administrator) -> None:
    found = challenge(leader)
    one = idea(found, alice)
    address, said = f"/dialogue/ideas/{one.pk}/decision", {"decision": "chosen", "because": "It is cheap."}
    assert as_(leader).post(address, said).status_code == 403
    closed(found)
    assert as_(administrator).post(address, said).status_code == 403
    assert as_(leader).post(address, said | {"because": " "}).status_code == 422
    assert as_(leader).post(address, said).status_code == 302
    assert "It is cheap." in as_(alice).get(f"/dialogue/{found.pk}").content.decode()


@pytest.mark.django_db
def test_a_result_is_told_once_all_is_decided_with_where_it_can_be_seen(leader, alice) -> None:
    found = challenge(leader)
    one = idea(found, alice)
    closed(found)
    said = {"answer": "Each crew has a key.", "link": "/pages/1"}
    assert as_(leader).post(f"/dialogue/{found.pk}/answer", said).status_code == 403
    one.decide(leader, "chosen", "It is cheap.")
    wrong = as_(leader).post(f"/dialogue/{found.pk}/answer", said | {"link": "javascript:alert(1)"})
    assert wrong.status_code == 422
    assert as_(leader).post(f"/dialogue/{found.pk}/answer", said).status_code == 302
    shown = as_(alice).get(f"/dialogue/{found.pk}").content.decode()
    assert "Each crew has a key." in shown
    assert 'href="/pages/1"' in shown


@pytest.mark.django_db
def test_after_the_decisions_another_day_is_promised_and_not_put_off_again(leader, alice) -> None:
    found = challenge(leader)
    one = idea(found, alice)
    promised = closed(found, days_late=1).answer_by
    assert "overdue" in as_(alice).get(f"/dialogue/{found.pk}").content.decode()
    one.decide(leader, "chosen", "It is cheap.")
    later = Dialogue.objects.get().answer_by
    assert later > promised
    Dialogue.objects.update(answer_by=promised)
    one.decide(leader, "not", "It is not.")
    assert Dialogue.objects.get().answer_by == promised


@pytest.mark.django_db
def test_who_gave_it_hears_what_was_decided(leader, alice, bob, heard, told) -> None:
    found = challenge(leader)
    one = idea(found, alice)
    one.support(bob)
    closed(found)
    with heard():
        one.decide(leader, "not", "Too dear.")
    assert "Lea decided on an idea you stand behind" in told(alice)
    assert "Lea decided on an idea you stand behind" in told(bob)


@pytest.mark.django_db
def test_a_challenge_with_ten_ideas_costs_what_one_does(leader, alice, colleagues) -> None:
    found, browser, counts = challenge(leader), as_(alice), []
    for more in (1, 9):
        for person in colleagues[:more]:
            idea(found, person).support(making.person(f"s{Idea.objects.count()}"))
        browser.get(f"/dialogue/{found.pk}")
        with CaptureQueriesContext(connection) as queries:
            browser.get(f"/dialogue/{found.pk}")
        counts.append(len(queries))
    assert counts[0] == counts[1]
