"""The files of a Slack export: where they are, which conversation each folder holds, rows out of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from knoop.archives.errors import Unreadable
from knoop.archives.parcel import Parcel, read_json
from knoop.archives.tally import Tally

type Row = dict[str, Any]

USERS = ("users.json", "org_users.json")
# The more private comes first: what two indexes list is read as the more private says.
INDEXES = ("dms.json", "mpims.json", "groups.json", "channels.json")
UNLISTED = "no index lists this folder: read as a closed space of those who wrote in it"
PRIVATE = "private conversation: not imported"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\.json")
_PRIVATE_FOLDER = re.compile(r"[DG][A-Z0-9]{8,}|mpdm-.*|FC:.*")
_TIMESTAMP = re.compile(r"(\d{1,10})(?:\.(\d{1,6}))?")


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A conversation that may be read: open to all, or of a closed group."""

    id: str
    name: str
    folder: str
    is_open: bool
    is_listed: bool = True
    row: Row


class Export:
    """One Slack export, opened but not yet read.

    Raises: Unreadable when it holds two exports, or an index that isn't one.
    """

    def __init__(self, parcel: Parcel, root: str, tally: Tally) -> None:
        self.parcel, self.root, self.tally = parcel, root, tally
        self._names = frozenset(parcel.names)
        self._days: dict[str, list[str]] = {}
        for name in parcel.names:
            folder, _, file = name.removeprefix(root).rpartition("/")
            if not name.startswith(root) or not folder or is_clutter(name):
                continue
            if "/" in folder or not _DAY.fullmatch(file):
                tally.note("file", "not a day of messages: left unread", name.removeprefix(root))
            else:
                self._days.setdefault(folder, []).append(file)

    def rows(self, name: str) -> list[Row]:
        """The entries of a file that holds a list; [] when the export has no such file."""
        if self.root + name not in self._names:
            return []
        content = read_json(self.parcel, self.root + name)
        if not isinstance(content, list):
            raise Unreadable(
                f"{self.parcel.path}: {name} should hold a list ([…]) but holds {_called(content)}. "
                "Was it changed by hand? Get a fresh export."
            )
        for number, row in enumerate(content, start=1):
            if not isinstance(row, dict):
                raise self.wrong(f"{name}:{number}", f"should be an object ({{…}}) but is {_called(row)}")
        return content

    def wrong(self, where: str, what: str) -> Unreadable:
        """The error for an entry, `where` being file:number."""
        file, _, number = where.rpartition(":")
        return Unreadable(
            f"{self.parcel.path}: {file}, entry {number}: {what}. "
            "Was it changed by hand? Get a fresh export, or take the entry out."
        )

    def channels(self) -> tuple[Channel, ...]:
        """What may be read, in the order of the indexes. Private conversations are counted, never opened."""
        seen: set[str] = set()
        private = set()
        channels = []
        for index in INDEXES:
            for number, row in enumerate(self.rows(index), start=1):
                where = f"{index}:{number}"
                if not text(row, "id"):
                    raise self.wrong(where, "has no id")
                name = text(row, "name") or text(row, "id")
                folder = name if name in self._days else text(row, "id")
                if {text(row, "id"), folder} & seen:
                    self.tally.note("space", "listed twice: read once, as the more private entry says", where)
                elif index in INDEXES[:2] or row.get("is_im") or row.get("is_mpim"):
                    private.add(folder)
                    self.tally.note("conversation", PRIVATE, where)
                else:
                    is_open = index == "channels.json" and not row.get("is_private")
                    channels.append(
                        Channel(id=text(row, "id"), name=name, folder=folder, is_open=is_open, row=row)
                    )
                seen |= {text(row, "id"), folder}
        return tuple(channels) + tuple(self._unlisted(seen))

    def _unlisted(self, listed: set[str]) -> Iterator[Channel]:
        """Folders that no index lists: nobody says that all may read them, so only their authors will."""
        for folder in sorted(self._days.keys() - listed):
            if _PRIVATE_FOLDER.fullmatch(folder):
                self.tally.note("conversation", PRIVATE, f"{folder}/")
            else:
                self.tally.note("space", UNLISTED, f"{folder}/")
                yield Channel(id=folder, name=folder, folder=folder, is_open=False, is_listed=False, row={})

    def messages(self, channel: Channel) -> Iterator[tuple[str, Row]]:
        """Each entry of a channel with its place, by day."""
        for day in sorted(self._days.get(channel.folder, ())):
            name = f"{channel.folder}/{day}"
            for number, row in enumerate(self.rows(name), start=1):
                yield f"{name}:{number}", row

    def moment(self, row: Row, where: str) -> datetime:
        """When a message was sent, to the microsecond."""
        stamp = row.get("ts")
        if stamp is None:
            raise self.wrong(where, "has no ts, the time of a message")
        if match := _TIMESTAMP.fullmatch(str(stamp)):
            return at_second(int(match[1]), int((match[2] or "").ljust(6, "0")))
        raise self.wrong(where, f"ts is {stamp!r}, which is no time (as 1433558319.000002)")


def root_of(parcel: Parcel) -> str | None:
    """The folder in the parcel that holds the export: "", or one folder around it; None when it's no export.

    Raises: Unreadable when there are two exports.
    """
    names = [name for name in parcel.names if not is_clutter(name)]
    indexes = {name.rpartition("/")[0] for name in names if name.rpartition("/")[2] in USERS}
    roots = sorted(f"{folder}/" if folder else "" for folder in indexes if "/" not in folder)
    if "" in roots:
        roots = [""]
    if len(roots) > 1:
        raise Unreadable(f"{parcel.path}: holds {len(roots)} exports ({', '.join(roots)}). Give one of them.")
    for root in roots:
        inside = [name.removeprefix(root) for name in names if name.startswith(root)]
        if any(name in INDEXES or _DAY.fullmatch(name.rpartition("/")[2]) for name in inside):
            return root
    return None


def is_clutter(name: str) -> bool:
    """Whether a computer left the file there, not Slack."""
    folder, file = name.partition("/")[0], name.rpartition("/")[2]
    return folder == "__MACOSX" or file in {".DS_Store", "Thumbs.db", "desktop.ini"} or file.startswith("._")


def at_second(second: int, microsecond: int = 0) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=second, microseconds=microsecond)


def text(row: Row, key: str) -> str:
    """A text in a row; "" when it isn't there or isn't a text."""
    value = row.get(key)
    return value if isinstance(value, str) else ""


def record(row: Row, key: str) -> Row:
    """A row within a row; {} when it isn't there."""
    value = row.get(key)
    return value if isinstance(value, dict) else {}


def records(row: Row, key: str) -> list[Row]:
    """A list of rows within a row; anything else in the list is passed over."""
    value = row.get(key)
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def texts(row: Row, key: str) -> list[str]:
    """A list of texts within a row; anything else in the list is passed over."""
    value = row.get(key)
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []


def _called(content: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", type(None): "null", bool: "yes or no"}
    return names.get(type(content), "a number")
