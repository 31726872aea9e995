"""Dialogues for tests, with no more said than the test is about."""

from datetime import timedelta

from knoop.base import clock
from knoop.community.spaces.models import Space
from knoop.leadership.dialogue.days import today
from knoop.leadership.dialogue.models import Day, Dialogue, Idea, Question
from knoop.people.models import Person

WORDS = {"kind": "open", "words": "What holds you up?"}
SCALE = {"kind": "scale", "words": "How heavy is the work?", "low": "light", "high": "heavy"}
YES_NO = {"kind": "yes_no", "words": "Do you have what you need?"}


def asked(by: Person, *questions: dict[str, object], **fields: object) -> Dialogue:
    """An open round, without names unless said otherwise."""
    given = {"title": "The night shift", "is_anonymous": True, "ends_at": clock.now() + timedelta(days=7)}
    given |= {"answer_by": (clock.now() + timedelta(days=20)).date()} | fields
    return Dialogue.objects.open(by, "round", questions=questions or (WORDS,), **given)


def session(by: Person, **fields: object) -> Dialogue:
    """One that runs now."""
    now = clock.now()
    given = {"title": "Ask the director", "starts_at": now - timedelta(minutes=5)} | fields
    given = {"ends_at": now + timedelta(hours=1), "answer_by": (now + timedelta(days=20)).date()} | given
    return Dialogue.objects.open(by, "session", **given)


def question(
    dialogue: Dialogue, by: Person, text: str = "When does it open?", is_named: bool = True
) -> Question:
    return Question.objects.ask(dialogue, by, text, is_named=is_named)


def challenge(by: Person, **fields: object) -> Dialogue:
    given = {"title": "The gate is locked", "ends_at": clock.now() + timedelta(days=7)}
    return Dialogue.objects.open(
        by, "challenge", **(given | {"answer_by": (clock.now() + timedelta(days=20)).date()} | fields)
    )


def idea(dialogue: Dialogue, by: Person) -> Idea:
    return Idea.objects.give(dialogue, by, "A key for each crew", "It costs ten euros.")


def day(by: Person, leader: Person | None = None) -> Day:
    """In nine days, with the unit of `by`; with a leader who comes, if one is named."""
    made = Day.objects.offer(by, by.unit, today() + timedelta(days=9), "At six at the gate.")
    if leader:
        made.enrol(leader)
    return made


def passed(day: Day, days_late: int = 0) -> Day:
    """The same when it was yesterday; some days after the day that was promised."""
    by = today() - timedelta(days=days_late) if days_late else today() + timedelta(days=4)
    Day.objects.filter(pk=day.pk).update(on=min(by, today()) - timedelta(days=1), tell_by=by)
    return Day.objects.get(pk=day.pk)


def closed(dialogue: Dialogue, days_late: int = 0) -> Dialogue:
    """The same once its last day is over; some days after the day that was promised."""
    now = clock.now()
    by = now.date() + timedelta(days=10) if not days_late else now.date() - timedelta(days=days_late)
    Dialogue.objects.filter(pk=dialogue.pk).update(ends_at=now - timedelta(minutes=1), answer_by=by)
    return Dialogue.objects.get(pk=dialogue.pk)


def everything(leader: Person, member: Person, space: Space) -> dict[str, object]:
    """One of each asked by a leader of all colleagues, and by a member of those in `space`."""
    live, closed_live = session(leader), session(member, space=space)
    open_challenge, closed_challenge = challenge(leader), challenge(member, space=space)
    return {
        "open_day": day(member, leader).pk,
        "open_challenge": open_challenge.pk,
        "closed_challenge": closed_challenge.pk,
        "open_idea": idea(open_challenge, leader).pk,
        "closed_idea": idea(closed_challenge, member).pk,
        "open_round": asked(leader).pk,
        "closed_round": asked(member, space=space).pk,
        "open_session": live.pk,
        "closed_session": closed_live.pk,
        "open_question": question(live, leader).pk,
        "closed_question": question(closed_live, member).pk,
    }
