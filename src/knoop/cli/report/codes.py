"""How people are called: by a code, unless names are asked for."""

import hashlib

from knoop.network import Analysis


def labels_of(analysis: Analysis, *, with_names: bool) -> dict[str, str]:
    """What each person is called, in the order to show them: by code, or by name.

    Codes follow a digest of the identifier: the same for the same people, and no alphabetical list of
    colleagues gives them away. They hide names from a reader; who has the data can undo them.
    """
    if with_names:
        named = {person: member.name or person for person, member in analysis.members.items()}
        return dict(sorted(named.items(), key=lambda item: (item[1].casefold(), item[0])))
    order = sorted(analysis.people, key=lambda person: hashlib.sha256(person.encode()).digest())
    width = max(3, len(str(len(order))))
    return {person: f"P{number:0{width}}" for number, person in enumerate(order, start=1)}
