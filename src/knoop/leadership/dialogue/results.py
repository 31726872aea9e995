"""What a round that has closed says: of each question what may be shown, to who may read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from knoop.leadership.dialogue.grouping import Tally, shown
from knoop.leadership.dialogue.models import Dialogue
from knoop.leadership.dialogue.rounds import YES, Ask, NamedAnswer, RoundQuestion, Value
from knoop.people.models import Person, Unit

WIDTH = 100  # of a bar


@dataclass(frozen=True)
class Bar:
    label: str
    count: int
    share: float

    @property
    def width(self) -> str:
        return f"{WIDTH * self.share:.1f}"


@dataclass(frozen=True)
class Part:
    """A group told apart: how many answered, and their mean or the share that said yes."""

    name: str
    count: int
    figure: str


@dataclass(frozen=True)
class Said:
    words: str
    by: Person | None = None


@dataclass(frozen=True)
class Result:
    question: RoundQuestion
    count: int = 0
    bars: tuple[Bar, ...] = ()
    figure: str = ""
    parts: tuple[Part, ...] = ()
    texts: tuple[Said, ...] = ()
    is_too_few: bool = False
    is_kept: bool = False  # there are texts, for who asked alone


def results(dialogue: Dialogue, person: Person) -> list[Result]:
    """Nothing while it is open; before there is an answer, only for who asked."""
    is_own = person.pk == dialogue.by_id
    if dialogue.is_open or not (is_own or dialogue.is_answered):
        return []
    named = _named(dialogue)
    units = dict(Unit.objects.values_list("pk", "name")) if dialogue.is_anonymous else {}
    return [
        _pulse(dialogue, question, named, units)
        if question.is_pulse
        else _texts(dialogue, question, named, is_own or dialogue.shares_texts, is_own)
        for question in dialogue.round_questions.all()
    ]


def _named(dialogue: Dialogue) -> list[NamedAnswer]:
    if dialogue.is_anonymous:
        return []
    answers = NamedAnswer.objects.filter(question__dialogue=dialogue)
    return list(answers.select_related("person__departure").order_by("person__name", "pk"))


def _pulse(
    dialogue: Dialogue, question: RoundQuestion, named: list[NamedAnswer], units: dict[int, str]
) -> Result:
    answers: Iterable[tuple[Value, int | None]] = (
        question.unnamed()
        if dialogue.is_anonymous
        else [(one.value or 0, None) for one in named if one.question_id == question.pk]
    )
    found = shown(((int(value), group) for value, group in answers), dialogue.fewest)
    if found.all is None:
        return Result(question, is_too_few=True)
    parts = [
        Part(units.get(group, "–"), tally.total(), figure(question, tally))
        for group, tally in found.groups.items()
    ]
    parts.sort(key=lambda part: part.name)
    if found.rest:
        parts.append(Part(_("all others"), found.rest.total(), figure(question, found.rest)))
    return Result(
        question,
        found.all.total(),
        bars=tuple(_bars(question, found.all)),
        figure=figure(question, found.all),
        parts=tuple(parts),
    )


def _bars(question: RoundQuestion, tally: Tally) -> Iterable[Bar]:
    for value in question.values:
        label = str(value) if question.kind == Ask.SCALE else (_("yes") if value == YES else _("no"))
        yield Bar(label, tally[value], tally[value] / tally.total())


def figure(question: RoundQuestion, tally: Tally) -> str:
    """The mean of a scale, or the share that said yes."""
    if question.kind == Ask.SCALE:
        mean = sum(value * count for value, count in tally.items()) / tally.total()
        from django.utils.formats import number_format

        return str(number_format(mean, 1))
    return _("%(share)s%% yes") % {"share": round(100 * tally[YES] / tally.total())}


def _texts(
    dialogue: Dialogue, question: RoundQuestion, named: list[NamedAnswer], may_read: bool, is_own: bool
) -> Result:
    """Without names only from `fewest` texts on; with names as many as there are, for who asked."""
    if dialogue.is_anonymous:
        said = [Said(str(words)) for words, _group in question.unnamed()]
    else:
        said = [Said(one.words, one.person) for one in named if one.question_id == question.pk and one.words]
    needs_many = dialogue.is_anonymous or not is_own
    if needs_many and len(said) < dialogue.fewest:
        return Result(question, is_too_few=True)
    return Result(question, len(said), texts=tuple(said) if may_read else (), is_kept=not may_read)
