"""From raised to told back: each step once, in order, with words where they matter."""

from datetime import datetime, timedelta

import pytest

from knoop.base import clock
from knoop.community.signals.kinds import next_acts
from knoop.community.signals.models import Signal
from knoop.community.signals.refusals import DateNeeded, NotNow, WordsNeeded
from knoop.events.models import Event
from knoop.people.models import Person
from tests.signals.making import brought_to, in_days, leads, signal

STATES = ["raised", "acknowledged", "looking", "yes", "no", "later", "changed", "told", "told_later"]
ACTS = {
    "acknowledge": lambda one, by: one.acknowledge(by),
    "look_into": lambda one, by: one.look_into(by),
    "decide": lambda one, by: one.decide(by, "yes", "Of course.", in_days(9)),
    "change": lambda one, by: one.change(by, "Done."),
    "tell_back": lambda one, by: one.tell_back(by, "So it is."),
    "reopen": lambda one, by: one.reopen(by, "It is locked again."),
}
ALLOWED = {
    "raised": {"acknowledge"},
    "acknowledged": {"look_into", "decide"},
    "looking": {"decide"},
    "yes": {"change"},
    "no": {"tell_back"},
    "later": {"decide", "change", "tell_back"},
    "changed": {"tell_back"},
    "told": {"reopen"},
    "told_later": {"reopen", "decide", "change"},
}


@pytest.fixture
def raised(alice: Person, bob: Person) -> Signal:
    return signal(alice, bob)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", ACTS)
def test_a_signal_makes_the_steps_of_its_state_and_no_other(
    raised: Signal, bob: Person, state: str, act: str
) -> None:
    brought_to(state, raised, bob)
    before = raised.steps.count()
    if act in ALLOWED[state]:
        ACTS[act](raised, bob)
        assert raised.steps.count() == before + 1
    else:
        with pytest.raises(NotNow, match=f"'{act}' can't be done with signal {raised.pk}"):
            ACTS[act](raised, bob)
        assert raised.steps.count() == before


def test_who_reads_an_old_page_is_refused_what_another_did_already(raised: Signal, bob: Person) -> None:
    stale = Signal.objects.get(pk=raised.pk)
    raised.acknowledge(bob)
    with pytest.raises(NotNow):
        stale.acknowledge(bob)


def test_the_whole_way_is_in_its_steps_and_in_the_log(raised: Signal, alice: Person, bob: Person) -> None:
    brought_to("told", raised, bob)
    raised.reopen(alice, "It is locked again.")
    assert [step.act for step in raised.steps.for_timeline()] == [
        *("raised", "acknowledged", "decided", "changed", "told", "reopened")
    ]
    events = Event.objects.filter(about_id=raised.pk, verb__startswith="signal.").order_by("pk")
    assert [event.verb for event in events] == [
        *("signal.raised", "signal.acknowledged", "signal.decided", "signal.changed", "signal.told"),
        "signal.reopened",
    ]


def test_to_decide_and_to_tell_back_answers_who_raised_it(raised: Signal, alice: Person, bob: Person) -> None:
    brought_to("told", raised, bob)
    ties = [tie for event in Event.objects.filter(actor=bob) for tie in event.ties()]
    assert ties == [("answer", alice.pk), ("answer", alice.pk)]


@pytest.mark.parametrize(
    ("state", "act"), [("looking", "decide"), ("yes", "change"), ("changed", "tell_back")]
)
def test_what_people_wait_for_is_said_in_words(raised: Signal, bob: Person, state: str, act: str) -> None:
    brought_to(state, raised, bob)
    with pytest.raises(WordsNeeded):
        getattr(raised, act)(bob, *(["yes"] if act == "decide" else []), "  ")


def test_a_yes_and_a_later_say_when_and_a_no_need_not(raised: Signal, bob: Person) -> None:
    raised.acknowledge(bob)
    for decision in ("yes", "later"):
        for day in (None, in_days(0)):
            with pytest.raises(DateNeeded):
                raised.decide(bob, decision, "Because.", day)
    raised.decide(bob, "no", "It would let anybody in.")
    assert raised.promised_on is not None, "that it is told back is promised too"


def test_a_concern_is_promised_sooner_than_an_idea(alice: Person, bob: Person) -> None:
    concern, idea = signal(alice, bob), signal(alice, bob, kind="idea")
    assert concern.acknowledge_by <= concern.promised_on < idea.promised_on


def test_a_step_says_whether_its_promise_was_kept(
    raised: Signal, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised.acknowledge(bob)
    late = clock.now().replace(year=clock.now().year + 1)
    monkeypatch.setattr(clock, "now", lambda: late)
    step = raised.decide(bob, "no", "Too late for that.")
    kept = {one.act: one.is_kept for one in raised.steps.all()}
    assert kept == {"raised": None, "acknowledged": True, "decided": False}
    assert step.at == late


def test_what_is_told_to_be_for_later_stays_promised(raised: Signal, bob: Person) -> None:
    brought_to("told_later", raised, bob)
    assert raised.promised_on == in_days(20)
    assert list(Signal.objects.waiting()) == [raised]


def test_what_is_told_back_waits_on_nobody(raised: Signal, bob: Person) -> None:
    assert list(Signal.objects.waiting()) == [raised]
    brought_to("told", raised, bob)
    assert raised.is_over
    assert not Signal.objects.waiting().exists()


def test_a_signal_is_overdue_from_the_day_after(raised: Signal, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_late(at: datetime) -> bool:
        monkeypatch.setattr(clock, "now", lambda: at)
        found = Signal.objects.overdue().exists()
        assert found == raised.is_overdue
        return found

    last = datetime.combine(raised.acknowledge_by, datetime.min.time()).astimezone().replace(hour=12)
    assert not is_late(last)
    assert is_late(last + timedelta(days=1))


def test_another_date_is_promised_with_a_reason(raised: Signal, bob: Person) -> None:
    with pytest.raises(WordsNeeded):
        raised.promise(bob, in_days(40), "")
    raised.promise(bob, in_days(40), "The locksmith is ill.")
    assert raised.promised_on == in_days(40)


def test_nothing_is_promised_once_all_is_told(raised: Signal, bob: Person) -> None:
    brought_to("told", raised, bob)
    with pytest.raises(NotNow):
        raised.promise(bob, in_days(40), "Or later.")


def test_the_same_form_sent_twice_is_one_signal(alice: Person, bob: Person) -> None:
    once = "6f8b1f3e-0000-4000-8000-000000000000"
    assert signal(alice, bob, once=once).pk == signal(alice, bob, once=once).pk


def test_a_handed_over_signal_is_answered_by_another(raised: Signal, bob: Person, carol: Person) -> None:
    raised.hand_over(carol, bob, "Carol has the keys.")
    raised.hand_over(carol, bob, "Carol has the keys.")
    assert raised.owner == carol
    assert raised.steps.filter(act="handed_over").count() == 1


def test_supporters_and_raiser_come_along_when_two_are_put_together(
    raised: Signal, alice: Person, bob: Person, carol: Person
) -> None:
    other = signal(carol, bob, title="Locked out")
    other.support(bob)
    raised.support(bob)
    other.merge_into(raised, bob)
    assert {one.person_id for one in raised.supports.all()} == {bob.pk, carol.pk}
    assert list(Signal.objects.standing()) == [raised]
    with pytest.raises(NotNow):
        other.acknowledge(bob)


def test_what_is_split_off_takes_back_who_came_with_it(raised: Signal, bob: Person, carol: Person) -> None:
    other = signal(carol, bob, title="Locked out")
    raised.support(bob)
    other.merge_into(raised, bob)
    other.split_off(bob)
    other.split_off(bob)
    assert {one.person_id for one in raised.supports.all()} == {bob.pk}
    other.acknowledge(bob)
    assert other.state == "acknowledged"


def test_what_was_put_together_before_goes_along_in_one_hop(
    raised: Signal, bob: Person, carol: Person
) -> None:
    first, second = signal(carol, bob), signal(carol, bob)
    first.merge_into(second, bob)
    second.merge_into(raised, bob)
    assert {one.merged_into_id for one in (Signal.objects.get(pk=first.pk), second)} == {raised.pk}


def test_a_signal_is_not_put_together_with_itself(raised: Signal, bob: Person) -> None:
    with pytest.raises(NotNow):
        raised.merge_into(raised, bob)


def test_what_of_a_leaver_waits_goes_to_who_leads_them(
    raised: Signal, bob: Person, carol: Person, administrator: Person, django_capture_on_commit_callbacks
) -> None:
    leads(carol, bob)
    with django_capture_on_commit_callbacks(execute=True):
        bob.depart(administrator)
    raised.refresh_from_db()
    assert raised.owner == carol


def test_the_state_table_knows_every_state() -> None:
    assert next_acts("told", "yes") == {"reopen"}
