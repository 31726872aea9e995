"""How the stories and the everyday talk are written down, and how that is read.

A *play* is told word for word:

    @@ 2026-09-28 08:12 kantine carla ; love=14
    The opening. Lines are joined; a blank line starts a paragraph, a line with "- " or "1. " a list item.
    > gerrit +2h: An answer to the opening, two hours after the line before.
    >> carla: An answer to that answer. "*" is anybody who fits, "*lab" anybody of the lab.

A *situation* is a pattern for everyday talk: openings to choose from, answers that fit them, slots in braces.

    == leidingnet ; months=11,12 ; space=storm
    Lek in de {straat} in {plaats}.
    | Weer een lek in {plaats}, nu de {straat}.
    > An answer by a colleague of the unit.
    >> What the opener says to that.
    >klant #12 An answer somebody of that unit would give, to opening 1 or 2; >cm is the community manager.

A row indented by two spaces goes on with the row before. People are named by their first name;
@gerrit in a text becomes @gerrit.kuipers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache

from seed.period import in_utc
from seed.roster import colleagues, handle_of

MENTION = re.compile(r"@([a-z]+(?:\.[a-z]+)*)")
_PLAY_LINE = re.compile(r"^(>+) ([a-z*]+)(?: \+(\d+)([mhd]))?: (.*)$")
_EVERYDAY_LINE = re.compile(r"^(>+)([a-z]*)(?: #([1-9]+))? (.*)$")
_UNITS_OF_TIME = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


class ScriptIsWrong(Exception):
    """A line of a play or situation cannot be read; the message shows the line."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """An answer in a play; `depth` 1 answers the opening, 2 the latest line of depth 1, and so on."""

    depth: int
    by: str  # a handle, "*" or "*unit"
    text: str
    gap: timedelta | None  # since the line before; None: any


@dataclass(frozen=True, kw_only=True)
class Play:
    at: datetime  # UTC
    space: str
    by: str
    text: str
    is_live: bool  # answers come within minutes, at night too
    love: int | None  # how many reactions the opening got; None: any
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Answer:
    said_by: str  # "" a colleague of the unit, "cm", or the key of another unit
    fits: frozenset[int]  # the openings it answers, counted from 1; empty: all of them
    text: str
    then: tuple[str, ...]  # what the opener says to it, and what is said to that


@dataclass(kw_only=True)
class Situation:
    unit: str  # "*" for any
    options: dict[str, str]
    openings: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def fits(self, day: date) -> bool:
        months = self.options.get("months")
        return (
            (not months or str(day.month) in months.split(","))
            and day.isoformat() >= self.options.get("from", "")
            and day.isoformat() <= self.options.get("till", "9")
            and (not self.options.get("day") or str(day.isoweekday()) in self.options["day"].split(","))
        )


@cache
def _by_first_name() -> dict[str, str]:
    return {handle_of(p.first_name): p.handle for p in colleagues().values()}


def handle_for(first_name: str) -> str:
    """Raises ScriptIsWrong for a name nobody has."""
    try:
        return _by_first_name()[first_name]
    except KeyError:
        raise ScriptIsWrong(f"Nobody is called '{first_name}'. Use a first name from the roster.") from None


def with_handles(text: str) -> str:
    """'@gerrit' -> '@gerrit.kuipers'; names that are handles already are left."""
    return MENTION.sub(lambda m: "@" + (m[1] if m[1] in colleagues() else handle_for(m[1])), text)


def plays(script: str) -> Iterator[Play]:
    for block in script.split("@@ ")[1:]:
        header, *rest = block.strip().splitlines()
        place, *options = (part.strip() for part in header.split(";"))
        day, clock, space, by = place.split()
        chosen = dict(option.partition("=")[::2] for option in options)
        opening, lines = _split(rest)
        yield Play(
            at=in_utc(datetime.fromisoformat(f"{day}T{clock}")),
            space=space,
            by=handle_for(by),
            text=with_handles(joined(opening)),
            is_live="live" in chosen,
            love=int(chosen["love"]) if "love" in chosen else None,
            lines=tuple(_line(line) for line in lines),
        )


def _split(rows: list[str]) -> tuple[list[str], list[list[str]]]:
    opening: list[str] = []
    lines: list[list[str]] = []
    for row in rows:
        if row.startswith(">"):
            lines.append([row])
        else:
            (lines[-1] if lines else opening).append(row)
    return opening, lines


def _line(rows: list[str]) -> Line:
    match = _PLAY_LINE.match(rows[0])
    if match is None:
        raise ScriptIsWrong(f"'{rows[0]}' needs: > name: text.")
    marks, by, number, unit, text = match.groups()
    return Line(
        depth=len(marks),
        by=by if by.startswith("*") else handle_for(by),
        text=with_handles(joined([text, *rows[1:]])),
        gap=int(number) * _UNITS_OF_TIME[unit] if number else None,
    )


def joined(rows: list[str]) -> str:
    """Rows of a script as Markdown: one line a paragraph or list item."""
    text = ""
    for row in rows:
        if not row.strip():
            text = text.rstrip() + "\n\n"
        elif re.match(r"(- |\d+\. )", row):
            ended = text.rstrip()
            is_first_item = not re.match(r"(- |\d+\. )", ended.rpartition("\n")[2])
            text = f"{ended}\n\n{row}" if is_first_item else f"{ended}\n{row}"
        else:
            text += row if not text or text.endswith("\n") else f" {row}"
    return text.strip()


def situations(script: str) -> Iterator[Situation]:
    for block in script.split("== ")[1:]:
        header, *rows = block.strip().replace("\n  ", " ").splitlines()  # an indented row goes on
        unit, *options = (part.strip() for part in header.split(";"))
        situation = Situation(unit=unit, options=dict(o.partition("=")[::2] for o in options))
        for row in filter(None, rows):
            match = _EVERYDAY_LINE.match(row)
            if match is None:
                _add_opening(situation, row)
            elif len(match[1]) == 1:
                situation.answers.append(
                    Answer(said_by=match[2], fits=frozenset(map(int, match[3] or "")), text=match[4], then=())
                )
            else:
                last = situation.answers.pop()
                situation.answers.append(replace(last, then=(*last.then, match[4])))
        yield situation


def _add_opening(situation: Situation, row: str) -> None:
    if row.startswith("| ") or not situation.openings:
        situation.openings.append(row.removeprefix("| "))
    else:
        situation.openings[-1] = joined([*situation.openings[-1].split("\n"), row])
