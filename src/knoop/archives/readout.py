"""The one way in for analysing: an export of a platform, or a table, comes down to the same."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from knoop.archives.archive import ArchivedPerson
from knoop.archives.errors import Unreadable
from knoop.archives.handles import Handles
from knoop.archives.platforms import is_export, read
from knoop.archives.tabular import Readout, read_interactions_table, read_people, with_known_managers


def read_interactions(path: Path | str, people_path: Path | str | None = None) -> Readout:
    """Who turned to whom, from any platform's export or from a CSV or Parquet table.

    Args:    path: the export (zip or folder), or `time,source,target,kind[,event,audience]`; without
             time it's a network without times; bare pairs of whole numbers are source and target.
             people_path: `id,name,unit,manager,title`. Beside an export, id may be the platform's id,
             the handle or the e-mail address.
    Returns: interactions in the order of the file; everyone in either file, also who did nothing.
    Raises:  Unreadable naming the file, the line or row, the value and the remedy.
    Cost:    one pass, in memory: 1 to 3 seconds for a million rows of CSV, 1 for Parquet.
    """
    path, people_path = Path(path), None if people_path is None else Path(people_path)
    if not is_export(path):
        return read_interactions_table(path, people_path)
    archive = read(path)
    people, warnings = archive.people, tuple[str, ...]()
    if people_path:
        people, about_people = _described(people, read_people(people_path), people_path)
        people, about_managers = with_known_managers(people, [person.key for person in people])
        warnings = about_people + about_managers
    interactions = replace(archive.interactions(), people=tuple(person.key for person in people))
    return Readout(interactions=interactions, listed=people, skipped=archive.skipped, warnings=warnings)


def _described(
    people: Sequence[ArchivedPerson], listed: Sequence[ArchivedPerson], path: Path
) -> tuple[tuple[ArchivedPerson, ...], tuple[str, ...]]:
    """The archive's people with what the table says of them, then who is in the table alone."""
    keys: dict[str, str] = {}
    for person in reversed(people):  # backwards, so that the first of two with one address counts
        keys |= {name.lower(): person.key for name in (person.email, person.handle) if name}
    keys |= {person.key: person.key for person in people}
    found = {row.key: keys.get(row.key) or keys.get(row.key.lower()) for row in listed}
    if not any(found.values()):
        raise Unreadable(f"{path}: no id is anyone in the export. Use its ids, handles or e-mail addresses.")
    facts = {found[row.key]: row for row in listed if found[row.key]}
    handles = Handles(person.handle for person in people)
    alone = [row for row in listed if not found[row.key]]
    everyone = [_with_facts(person, facts.get(person.key), found) for person in people]
    everyone += [_with_facts(replace(row, handle=handles.for_name(row.name)), row, found) for row in alone]
    warnings = []
    if alone:
        warnings.append(f"{len(alone)} people in {path} are not in the export: members who did nothing.")
    if missing := len(people) - len(facts):
        warnings.append(f"{missing} people in the export are not in {path}: they have no unit or manager.")
    return tuple(everyone), tuple(warnings)


def _with_facts(
    person: ArchivedPerson, row: ArchivedPerson | None, keys: dict[str, str | None]
) -> ArchivedPerson:
    if row is None:
        return person
    manager = row.manager and (keys.get(row.manager) or row.manager)
    return replace(person, unit=row.unit, manager=manager, title=row.title or person.title)
