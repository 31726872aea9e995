"""What can happen, each thing declared once in the room it happens in: its facts and whom it ties."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar


class Facts(Protocol):
    """A frozen dataclass of ids and figures; never words."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


class Tie(NamedTuple):
    """One person addressed by an act; `kind` is an interaction kind of the network library."""

    kind: str
    to: int


class UnknownVerb(KeyError):
    def __str__(self) -> str:
        return f"No room declares that {self.args[0]!r} can happen. Is the room installed?"


@dataclass(frozen=True)
class Verb:
    name: str
    facts: type
    ties: Callable[[Any], Iterable[Tie]]
    undoes: str | None = None


_by_name: dict[str, Verb] = {}
_by_facts: dict[type, Verb] = {}
F = TypeVar("F", bound=type)


def nobody(_facts: object) -> Iterable[Tie]:
    return ()


def verb(
    name: str, *, ties: Callable[[Any], Iterable[Tie]] = nobody, undoes: str | None = None
) -> Callable[[F], F]:
    """Declares that `name` can happen, with the decorated dataclass as its facts.

    `ties` reads from the facts whom the act is addressed to. `undoes` names the verb that this one takes
    back: what the same person did with the same facts. Raises ValueError when the name is taken.
    """

    def declare(facts: F) -> F:
        if name in _by_name:
            raise ValueError(f"{name!r} is declared by {_by_name[name].facts.__module__} already.")
        _by_name[name] = _by_facts[facts] = Verb(name, facts, ties, undoes)
        return facts

    return declare


def undoing() -> dict[str, str]:
    """The verbs that take something back, and what each takes back."""
    return {verb.name: verb.undoes for verb in _by_name.values() if verb.undoes}


def verb_named(name: str) -> Verb:
    try:
        return _by_name[name]
    except KeyError:
        raise UnknownVerb(name) from None


def verb_of(facts: Facts) -> Verb:
    try:
        return _by_facts[type(facts)]
    except KeyError:
        raise UnknownVerb(type(facts).__name__) from None
