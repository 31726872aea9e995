from dataclasses import dataclass

from knoop.events.verbs import verb


@verb("file.shelved")
@dataclass(frozen=True)
class Shelved:
    """Put in a space, by itself."""

    file_id: int
    space_id: int


@verb("file.attached")
@dataclass(frozen=True)
class Attached:
    """Put with something that was written: kind is what its room calls it, such as 'post'."""

    file_id: int
    kind: str
    thing_id: int
    space_id: int | None


@verb("file.detached")
@dataclass(frozen=True)
class Detached:
    """Taken off what it went with; whoever added it has it for a day."""

    file_id: int
    kind: str
    thing_id: int


@verb("file.renewed")
@dataclass(frozen=True)
class Renewed:
    file_id: int
    version: int
    restores: int | None = None  # the number of the version that it brings back


@verb("file.renamed")
@dataclass(frozen=True)
class Renamed:
    file_id: int


@verb("file.described")
@dataclass(frozen=True)
class Described:
    file_id: int


@verb("file.moved")
@dataclass(frozen=True)
class Moved:
    file_id: int
    from_id: int
    to_id: int


@verb("file.withdrawn")
@dataclass(frozen=True)
class Withdrawn:
    file_id: int


@verb("file.returned")
@dataclass(frozen=True)
class Returned:
    file_id: int
