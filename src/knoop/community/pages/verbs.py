from dataclasses import dataclass

from knoop.events.verbs import verb


@verb("page.written")
@dataclass(frozen=True)
class Written:
    page_id: int
    space_id: int


@verb("page.changed")
@dataclass(frozen=True)
class Changed:
    page_id: int
    space_id: int
    number: int  # of the version


@verb("page.moved")
@dataclass(frozen=True)
class Moved:
    page_id: int
    space_id: int
    above_id: int | None


@verb("page.withdrawn")
@dataclass(frozen=True)
class Withdrawn:
    page_id: int
    space_id: int


@verb("page.returned")
@dataclass(frozen=True)
class Returned:
    page_id: int
    space_id: int


@verb("page.confirmed")
@dataclass(frozen=True)
class Confirmed:
    """Somebody looked, and it is still right."""

    page_id: int
    space_id: int
