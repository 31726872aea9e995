"""Signals for tests, with no more said than the test is about."""

from datetime import date, timedelta

from knoop.community.signals import promising
from knoop.community.signals.models import Signal
from knoop.people.models import Person, ReportingLine


def signal(by: Person, owner: Person, **fields: object) -> Signal:
    given = {"kind": "concern", "title": "The gate is locked", "text": "We wait outside each morning."}
    return Signal.objects.send(by, owner, **(given | fields))


def in_days(count: int) -> date:
    return promising.today() + timedelta(days=count)


def leads(lead: Person, *people: Person) -> None:
    for person in people:
        ReportingLine.objects.create(person=person, lead=lead)


def brought_to(state: str, signal: Signal, by: Person) -> Signal:
    """`signal` in another state, by the shortest way."""
    ways = {
        "raised": [],
        "acknowledged": ["acknowledge"],
        "looking": ["acknowledge", "look_into"],
        "yes": ["acknowledge", "yes"],
        "no": ["acknowledge", "no"],
        "later": ["acknowledge", "later"],
        "changed": ["acknowledge", "yes", "change"],
        "told": ["acknowledge", "yes", "change", "tell_back"],
        "told_later": ["acknowledge", "later", "tell_back"],
    }
    for act in ways[state]:
        if act in ("yes", "no", "later"):
            signal.decide(by, act, "Because we can.", None if act == "no" else in_days(20))
        elif act in ("change", "tell_back"):
            getattr(signal, act)(by, "The gate opens at seven.")
        else:
            getattr(signal, act)(by)
    return signal
