"""On what files can hang: each room says, once, who may see the things it has of a kind, and where they are.

holder("post", Post.objects.visible_to, lambda pk: reverse("post", args=[pk]))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Holder:
    seen_by: Callable[[Any], QuerySet[Any]]  # the things of this kind that a person may see
    address: Callable[[int], str]  # of the page that a thing is on


type Keeper = Callable[[Iterable[int]], set[str]]

_keepers: list[Keeper] = []
_holders: dict[str, Holder] = {}


def holder(kind: str, seen_by: Callable[[Any], QuerySet[Any]], address: Callable[[int], str]) -> None:
    """Has files that hang on a `kind` seen by who sees the thing. Raises ValueError when it is taken."""
    if kind in _holders:
        raise ValueError(f"Files hang on a {kind!r} of another room already.")
    _holders[kind] = Holder(seen_by, address)


def known() -> Mapping[str, Holder]:
    return MappingProxyType(_holders)


def keeper(wanted: Keeper) -> Keeper:
    """Has loose files stay that something waits for; `wanted` says which keys, of files of some people."""
    _keepers.append(wanted)
    return wanted


def waited_for(people: Iterable[int]) -> set[str]:
    """The keys of loose files of `people` that some room still wants."""
    those = list(people)
    return {key for wanted in _keepers for key in wanted(those)}


def address_of(kind: str, thing_id: int) -> str:
    """Where the thing is that a file hangs on; nothing when its room is gone."""
    return _holders[kind].address(thing_id) if kind in _holders else ""
