"""Why somebody is named: codes and what fills their sentences, in any language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

type Values = dict[str, int | float | str]
type Kind = Literal["cross-unit", "local", "formal", "role hub", "broker", "boundary spanner"]


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Codes and their values are listed in docs/measures/leaders.md and docs/measures/roles.md."""

    code: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody to know about, and why; without a score, so that nobody is ranked."""

    id: str
    type: Kind
    reasons: tuple[Reason, ...]


def alphabetical(named: Iterable[Named], names: Mapping[str, str] | None = None) -> tuple[Named, ...]:
    """By name where it is known, else by identifier."""
    known = names or {}
    return tuple(sorted(named, key=lambda one: ((known.get(one.id) or one.id).casefold(), one.id)))
