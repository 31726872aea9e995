"""Somebody to know about, and the English sentence of each reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knoop.network.leaders_reasons import Named, Reason

REASONS = {
    "sought_by_people": "{people} people turned to them, in {acts} acts.",
    "sought_by_units": "People of {units} units turn to them.",
    "sought_in_own_unit": "{people} of the {others} others in {unit} turn to them.",
    "above_own_class": "They are in the top tenth of the {people} people in {class}.",
    "sends_nothing": "They receive much and send nothing: maybe a mailbox.",
    "service_account": "This is an account of no single person.",
    "open_circle": "Their {contacts} contacts know each other less than is usual.",
    "contacts_in_units": "Their {contacts} contacts are spread over {units} units, more than is usual.",
    "between_units.gatekeeper": "They take what others ask into their own unit, for {triads} pairs.",
    "between_units.representative": "They take what their own unit asks to others, for {triads} pairs.",
    "between_units.itinerant": "They connect people within another unit, {triads} pairs.",
    "between_units.liaison": "They connect people of two other units, {triads} pairs.",
    "on_many_paths": "Many shortest paths run through them.",
    "told_fast": "What they tell is among the soonest to reach others, beyond what being active explains.",
    "leaned_on": "Together with {others} others they shorten the ways between people most.",
}


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody named, without a score. type: cross-unit or local (informal leaders), broker or boundary
    spanner (brokers), fast sharer, key player."""

    id: str
    type: str
    reasons: tuple[Reason, ...]

    @classmethod
    def all_of(cls, named: Iterable[Named]) -> "tuple[Candidate, ...]":
        return tuple(cls(id=one.id, type=one.type, reasons=one.reasons) for one in named)

    def as_json(self) -> dict[str, object]:
        reasons = [
            {"code": reason.code, "values": reason.values, "sentence": sentence(reason)}
            for reason in self.reasons
        ]
        return {"id": self.id, "type": self.type, "reasons": reasons}


def key_of(reason: Reason) -> str:
    """Under which key the words of a reason are kept, in any language: a role has its own sentence."""
    return f"{reason.code}.{reason.values['role']}" if "role" in reason.values else reason.code


def sentence(reason: Reason) -> str:
    return REASONS[key_of(reason)].format(**reason.values)


def in_order(candidates: Iterable[Candidate], names: Mapping[str, str]) -> tuple[Candidate, ...]:
    """By name where it is known, else by identifier."""
    return tuple(sorted(candidates, key=lambda one: ((names.get(one.id) or one.id).casefold(), one.id)))
