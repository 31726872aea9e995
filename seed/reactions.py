"""Who puts a heart or a thumb under what; by the same plan as the answers."""

from datetime import date, datetime, timedelta
from random import Random

from seed.generate import Said
from seed.period import in_dutch_time
from seed.script import handle_for
from seed.spaces import ROOMS
from seed.staff import Staff
from seed.truth import DIRECTOR, HUB, INFORMAL_LEADERS, Phase, phase_on

_THUMBS = ("👍", "👍", "👍", "❤️", "👏", "💪", "🙏")
_HEARTS = ("❤️", "❤️", "👏", "🙏", "👍", "😮")
_LAUGHS = ("😂", "😂", "😄", "👍", "❤️")
_IDEAS = ("💡", "👍", "👀", "🙋")
_FUNNY = ("kantine", "nederlands")
_WARM = ("klantverhalen", "heel", "foto", "natuur", "vrij")
_LEADERS = {leader.handle: leader for leader in INFORMAL_LEADERS}
_CLOSED = {
    room.key: [handle_for(n.strip()) for n in room.members.split(",")] for room in ROOMS if room.members
}

# Of those who react: colleagues of the unit, the hub, informal leaders who bridge, anybody. One row a stage.
_SHARES = {1: (0.99, 0.0, 0.0, 0.01), 2: (0.82, 0.15, 0.0, 0.03), 3: (0.76, 0.04, 0.11, 0.09)}
_HEARD_BY_ALL = (HUB, DIRECTOR)  # what they write reaches everybody, whatever the stage


def react(said: list[Said], staff: Staff, random: Random, end: datetime) -> None:
    """Adds reactions to every message: none after the end, none by who had not joined or had left."""
    for one in said:
        day = in_dutch_time(one.at).date()
        phase = phase_on(day)
        number = one.love if one.love is not None else _number(one, random)
        people: list[str] = []
        for _ in range(number):
            who = _reader(one, phase, day, staff, random)
            if who and who != one.author and who not in people:
                people.append(who)
        for who in people:
            at = one.at + timedelta(seconds=60 + round(60 * random.lognormvariate(4, 1.4)))
            if at <= end and staff.is_there(who, in_dutch_time(at).date()):
                one.reactions.append((who, random.choice(_palette(one)), at))
        one.reactions.sort(key=lambda reaction: reaction[2])


def _number(one: Said, random: Random) -> int:
    often = (3, 7, 11, 12, 10, 7, 5, 4) if one.replies_to is None else (24, 25, 17, 9, 5)
    return random.choices(range(len(often)), weights=often)[0]


def _palette(one: Said) -> tuple[str, ...]:
    if one.space in _FUNNY:
        return _LAUGHS
    if one.space == "slim" or one.text.rstrip().endswith("?"):
        return _IDEAS
    return _HEARTS if one.space in _WARM else _THUMBS


def _reader(one: Said, phase: Phase, day: date, staff: Staff, random: Random) -> str | None:
    if one.space in _CLOSED:
        present = [h for h in _CLOSED[one.space] if staff.is_there(h, day)]
        return random.choice(present) if present else None
    (source,) = random.choices(("unit", "hub", "leader", "anybody"), weights=_SHARES[phase.stage])
    if source == "anybody" or (one.author in _HEARD_BY_ALL and one.replies_to is None):
        return staff.anybody(day, random)
    if source == "hub":
        return HUB
    if source == "leader":
        if one.author in _LEADERS:
            return staff.anybody(day, random, unit=random.choice(_LEADERS[one.author].bridges))
        return staff.leader_towards(one.author, "", random, {one.author})
    return staff.colleague(one.author, day, random, {one.author})
