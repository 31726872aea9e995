from dataclasses import dataclass

from knoop.events.verbs import Tie, verb


@verb("person.appointed")
@dataclass(frozen=True)
class Appointed:
    person_id: int
    role: str


@verb("person.invited")
@dataclass(frozen=True)
class Invited:
    person_id: int


@verb("person.moved")
@dataclass(frozen=True)
class Moved:
    """From one unit to another."""

    person_id: int
    before_id: int | None
    after_id: int | None


@verb("person.became_guest")
@dataclass(frozen=True)
class BecameGuest:
    person_id: int


@verb("person.became_colleague")
@dataclass(frozen=True)
class BecameColleague:
    person_id: int


@verb("person.departed")
@dataclass(frozen=True)
class Departed:
    person_id: int


@verb("person.described")
@dataclass(frozen=True)
class Described:
    person_id: int


@verb("person.showed_face")
@dataclass(frozen=True)
class ShownFace:
    person_id: int


@verb("code.handed_out")
@dataclass(frozen=True)
class CodeHandedOut:
    code_id: int


@verb("code.revoked")
@dataclass(frozen=True)
class CodeRevoked:
    code_id: int


@verb("person.signed_up")
@dataclass(frozen=True)
class SignedUp:
    person_id: int
    code_id: int


@verb("person.followed", ties=lambda followed: [Tie("follow", followed.person_id)])
@dataclass(frozen=True)
class Followed:
    following_id: int
    person_id: int


@verb("person.unfollowed", undoes="person.followed")
@dataclass(frozen=True)
class Unfollowed:
    following_id: int
    person_id: int


@verb("person.dismissed")
@dataclass(frozen=True)
class Dismissed:
    person_id: int
    role: str


@verb("person.changed")
@dataclass(frozen=True)
class Changed:
    """By an administrator: name, title, address."""

    person_id: int


@verb("person.reports_to")
@dataclass(frozen=True)
class ReportsTo:
    person_id: int
    lead_id: int | None


@verb("person.locked_out")
@dataclass(frozen=True)
class LockedOut:
    person_id: int


@verb("person.let_in", undoes="person.locked_out")
@dataclass(frozen=True)
class LetIn:
    person_id: int


@verb("person.logged_out")
@dataclass(frozen=True)
class LoggedOut:
    """Everywhere, by an administrator."""

    person_id: int


@verb("person.returned", undoes="person.departed")
@dataclass(frozen=True)
class Returned:
    person_id: int


@verb("people.brought")
@dataclass(frozen=True)
class Brought:
    """From a list, all that could be."""

    batch_id: int
    count: int


@verb("export.asked")
@dataclass(frozen=True)
class ExportAsked:
    export_id: int


@verb("export.made")
@dataclass(frozen=True)
class ExportMade:
    export_id: int
    person_id: int


@verb("erasure.asked")
@dataclass(frozen=True)
class ErasureAsked:
    person_id: int
    takes_words: bool


@verb("erasure.taken_back", undoes="erasure.asked")
@dataclass(frozen=True)
class ErasureTakenBack:
    person_id: int
    takes_words: bool


@verb("person.erased")
@dataclass(frozen=True)
class Erased:
    person_id: int


@verb("field.added")
@dataclass(frozen=True)
class FieldAdded:
    field_id: int


@verb("field.changed")
@dataclass(frozen=True)
class FieldChanged:
    field_id: int


@verb("field.retired")
@dataclass(frozen=True)
class FieldRetired:
    field_id: int


@verb("field.came_back", undoes="field.retired")
@dataclass(frozen=True)
class FieldCameBack:
    field_id: int
