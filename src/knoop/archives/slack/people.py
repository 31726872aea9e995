"""Who is in a Slack export, and who in it is no person."""

from collections import Counter

from knoop.archives.archive import ArchivedPerson
from knoop.archives.handles import Handles
from knoop.archives.slack.export import USERS, Export, Row, record, text

LANGUAGES = frozenset({"nl", "en"})


class People:
    """Everyone the export lists, and those it only shows as authors (`admit`)."""

    def __init__(self, export: Export) -> None:
        self.persons: dict[str, ArchivedPerson] = {}
        self.others: dict[str, str] = {}  # bots and apps: id and name
        self._teams: Counter[str] = Counter()
        self._handles = Handles()
        for file in USERS:
            for number, row in enumerate(export.rows(file), start=1):
                self._list(export, row, f"{file}:{number}")

    def _list(self, export: Export, row: Row, where: str) -> None:
        key = text(row, "id")
        if not key:
            raise export.wrong(where, "has no id")
        if key in self.persons or key in self.others:
            export.tally.note("person", "listed twice: the first entry was used", where)
        elif key == "USLACKBOT":
            self._leave_out(key, row)
            export.tally.note("person", "Slack's own assistant, not a person", where)
        elif _is_program(row):
            self._leave_out(key, row)
            export.tally.note("person", "a bot or app, not a person", where)
        else:
            self._teams[text(row, "team_id")] += 1
            self.persons[key] = self._person(key, row, record(row, "profile"))

    def _leave_out(self, key: str, row: Row) -> None:
        self.others[key] = text(row, "real_name") or text(row, "name") or key

    def _person(self, key: str, row: Row, profile: Row) -> ArchivedPerson:
        shown = text(profile, "real_name") or text(row, "real_name") or text(profile, "display_name")
        language = text(row, "locale")[:2].lower()
        return ArchivedPerson(
            key=key,
            handle=self._handles.for_name(text(row, "name"), text(profile, "display_name"), shown, key),
            name=shown.strip() or text(row, "name") or key,
            email=text(profile, "email"),
            title=text(profile, "title"),
            language=language if language in LANGUAGES else "",
            timezone=text(row, "tz"),
            has_left=row.get("deleted") is True,
        )

    def admit(self, key: str, profile: Row) -> None:
        """Make a person of an author whom users.json doesn't list but whose message tells who it was."""
        if key and key not in self.persons and key not in self.others and profile:
            self.persons[key] = self._person(key, profile, profile)

    def team(self) -> str:
        """The id of the workspace most people are of; "" when the export doesn't tell."""
        known = sorted(((count, team) for team, count in self._teams.items() if team), reverse=True)
        return known[0][1] if known else ""


def _is_program(row: Row) -> bool:
    # Not is_app_user: it says that someone uses an app, which people do.
    is_bot = row.get("is_bot") is True or row.get("is_workflow_bot") is True
    return is_bot or bool(text(record(row, "profile"), "bot_id"))
