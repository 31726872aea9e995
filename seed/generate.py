"""Tells the two years: plays word for word, everyday talk around them by the plan in seed.truth."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from seed import everyday, stories
from seed.period import BEGINS, after, in_dutch_time, moment, quietness
from seed.script import Answer, Line, Play, Situation
from seed.slots import SHORT, SHORT_TO_A_QUESTION, Filling
from seed.staff import Staff
from seed.truth import HUB, Phase, phase_on

EVERYDAY_UNTIL = date(
    2026, 9, 17
)  # the last two weeks are written by hand: they are what a visitor sees first
_ANSWERS = {0: 8, 1: 26, 2: 30, 3: 20, 4: 10, 5: 6}  # how many people answer an everyday opening: weight
_SHORT_ANSWERS = 0.07
_SOURCES = ("unit", "hub", "leader", "anyone")  # in the order of Phase.shares


@dataclass(kw_only=True, eq=False)
class Said:
    """One message while it is being told."""

    at: datetime
    space: str
    author: str
    text: str
    replies_to: "Said | None" = None
    love: int | None = None
    reactions: list[tuple[str, str, datetime]] = field(default_factory=list)  # who, emoji, when


@dataclass(kw_only=True, eq=False)
class Thread:
    """An everyday opening while it is being answered."""

    opening: Said
    left: list[Answer]  # what fits it and was not yet said
    filling: Filling
    phase: Phase
    spoken: set[str]


class Telling:
    """One run of the story; the same seed and scale give the same messages."""

    def __init__(self, random: Random, staff: Staff, scale: float) -> None:
        self.random = random
        self.staff = staff
        self.scale = scale
        self.said: list[Said] = []
        self._used: Counter[str] = Counter()

    def tell(self) -> list[Said]:
        for play in stories.all_plays():
            self._play(play)
        self._everyday()
        return self.said

    def _say(self, **what: object) -> Said:
        said = Said(**what)  # type: ignore[arg-type]
        self._used[said.text] += 1
        self.said.append(said)
        return said

    # Plays

    def _play(self, play: Play) -> None:
        opening = self._say(at=play.at, space=play.space, author=play.by, text=play.text, love=play.love)
        spoken = {play.by}
        latest = [opening]  # the opening and the line last said at each depth below it
        clock = play.at  # never turns back, also when a deeper branch is left
        for line in play.lines:
            day = in_dutch_time(clock).date()
            author = self._author_of(line, day, spoken, latest[line.depth - 1].author)
            at = clock = self._time_of(line, clock, author, play.is_live)
            latest = latest[: line.depth]
            answered = latest[-1]
            reply = self._say(at=at, space=play.space, author=author, text=line.text, replies_to=answered)
            latest.append(reply)
            spoken.add(author)

    def _author_of(self, line: Line, day: date, spoken: set[str], answered: str) -> str:
        if not line.by.startswith("*"):
            return line.by
        unit = line.by[1:]
        return self.staff.anybody(day, self.random, unit=unit, without=spoken | {answered})

    def _time_of(self, line: Line, previous: datetime, author: str, is_live: bool) -> datetime:
        if line.gap is not None:
            return previous + line.gap
        if is_live:
            return previous + timedelta(seconds=self.random.randrange(40, 540))
        minutes = 2 + self.random.lognormvariate(3.2, 0.9)
        return after(previous, minutes, self.staff[author].works_shifts)

    # Everyday talk

    def _everyday(self) -> None:
        patterns = everyday.all_situations()
        day = BEGINS
        debt = 0.0
        while day <= EVERYDAY_UNTIL:
            phase = phase_on(day)
            grown = (day - phase.begins) / (phase.ends - phase.begins)
            low, high = phase.openings_a_month
            # Divided by the working days in a month, so that a month adds up to what the plan says.
            debt += (low + (high - low) * grown) / 21 * quietness(day) * self.scale
            for _ in range(int(debt)):
                self._situation(patterns, day, phase)
            debt -= int(debt)
            day += timedelta(days=1)

    def _situation(self, patterns: list[Situation], day: date, phase: Phase) -> None:
        is_closed = quietness(day) < 0.1  # then only they who are on duty write, about their duty
        units = self.staff.shift_units if is_closed else list(self.staff.units)
        (unit,) = self.random.choices(units, weights=[self.staff.units[u] for u in units])
        is_topical = not is_closed and self.random.random() < (0.03, 0.19, 0.33)[phase.stage - 1]
        fitting = [s for s in patterns if s.fits(day) and s.unit == ("*" if is_topical else unit)]
        least = min(self._used[id_of(s)] for s in fitting)
        situation = self.random.choice([s for s in fitting if self._used[id_of(s)] <= least + 1])
        author = self._author(situation, unit, day)
        if author is None or (is_closed and not self.staff[author].works_shifts):
            return
        at = moment(day, self.staff[author].works_shifts, self.random)
        filling = Filling(self.random, self.staff, author, at)
        wording = min(situation.openings, key=lambda w: (self._used[w], self.random.random()))
        self._used[wording] += 1
        text = self._fresh(wording, filling)
        if text is None:
            return
        if "often" not in situation.options or self.random.random() < 0.3:
            self._used[id_of(situation)] += 1
        opening = self._say(at=at, space=situation.options.get("space", unit), author=author, text=text)
        which = situation.openings.index(wording) + 1
        left = [answer for answer in situation.answers if not answer.fits or which in answer.fits]
        self._answers(Thread(opening=opening, left=left, filling=filling, phase=phase, spoken={author}))

    def _author(self, situation: Situation, unit: str, day: date) -> str | None:
        named = situation.options.get("by")
        if named == "new":
            new = [h for h in self.staff.present(day) if self.staff.was_new(h, day)]
            return self.random.choice(new) if new else None
        if named:
            present = [h for h in self.staff.named(named) if self.staff.is_active(h, day)]
            return self.random.choice(present) if present else None
        return self.staff.anybody(day, self.random, unit=unit, shifts="shifts" in situation.options)

    def _answers(self, thread: Thread) -> None:
        opening = thread.opening
        (number,) = self.random.choices(list(_ANSWERS), weights=list(_ANSWERS.values()))
        at = opening.at
        for _ in range(number):
            day = in_dutch_time(at).date()
            found = self._one_answer(thread, day) or self._one_answer(thread, day)
            if found is None:
                continue
            author, answer, text = found
            at = after(at, 3 + self.random.lognormvariate(3.6, 1.1), self.staff[author].works_shifts)
            reply = self._say(at=at, space=opening.space, author=author, text=text, replies_to=opening)
            thread.spoken.add(author)
            if answer is not None:
                thread.left.remove(answer)
                self._dialogue(answer, reply, opening, thread.filling)

    def _one_answer(self, thread: Thread, day: date) -> tuple[str, Answer | None, str] | None:
        """Who says what next, from one source drawn by the plan; None if that source has nothing fitting."""
        (source,) = self.random.choices(_SOURCES, weights=thread.phase.shares)
        if source == "unit" and self.random.random() < _SHORT_ANSWERS:
            author = self.staff.colleague(thread.opening.author, day, self.random, thread.spoken)
            words = SHORT_TO_A_QUESTION if thread.opening.text.endswith("?") else SHORT
            return (author, None, self.random.choice(words)) if author else None
        for answer in self.random.sample(thread.left, len(thread.left)):
            author = self._who_says(answer, source, thread, day)
            text = self._fresh(answer.text, thread.filling) if author else None
            if author and text and not thread.filling.names(author):
                return author, answer, text
        return None

    def _who_says(self, answer: Answer, source: str, thread: Thread, day: date) -> str | None:
        """Who gives this answer if it comes from this source; None if it cannot."""
        opener, spoken = thread.opening.author, thread.spoken
        is_inside = thread.opening.space in self.staff.units  # there, unmarked words are those of a colleague
        if source == "hub" or answer.said_by == "cm":
            return HUB if source == "hub" and answer.said_by == "cm" and HUB not in spoken else None
        if source == "unit":
            return self.staff.colleague(opener, day, self.random, spoken) if answer.said_by == "" else None
        if (answer.said_by == "" and is_inside) or answer.said_by == self.staff[opener].unit:
            return None
        if source == "leader":
            return self.staff.leader_towards(opener, answer.said_by, self.random, spoken)
        return self.staff.anybody(day, self.random, unit=answer.said_by, without=spoken)

    def _dialogue(self, answer: Answer, reply: Said, opening: Said, filling: Filling) -> None:
        speakers = (opening.author, reply.author)
        for turn, words in enumerate(answer.then):
            if self.random.random() > 0.75:
                return
            text = self._fresh(words, filling)
            if text is None:
                return
            author = speakers[turn % 2]
            at = after(reply.at, 2 + self.random.lognormvariate(2.8, 0.9), self.staff[author].works_shifts)
            reply = self._say(at=at, space=reply.space, author=author, text=text, replies_to=reply)

    def _fresh(self, wording: str, filling: Filling) -> str | None:
        """A wording with its slots filled that was not said before; None when there is none left."""
        for _ in range(4 if "{" in wording else 1):
            text = filling.fill(wording)
            if text is None:
                return None
            if not self._used[text]:
                filling.keep()
                return text
            filling.forget()
        return None


def id_of(situation: Situation) -> str:
    return situation.openings[0]
