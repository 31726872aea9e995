"""Which platforms' exports can be read: one line each."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from knoop.archives import slack
from knoop.archives.archive import Archive
from knoop.archives.errors import Unreadable
from knoop.archives.parcel import Parcel, Single, opened


@dataclass(frozen=True, kw_only=True)
class Platform:
    title: str
    expected: str  # what an export of it holds, for who handed in something else
    recognises: Callable[[Parcel], bool]
    read: Callable[[Parcel], Archive]


PLATFORMS = {
    "slack": Platform(
        title="Slack",
        expected="users.json beside channels.json, and a folder of days for each channel",
        recognises=slack.recognises,
        read=slack.read,
    ),
}


def read(path: Path | str, kind: str | None = None) -> Archive:
    """Any platform's export as an archive. Nothing is unpacked to disk or written anywhere.

    Args:    path: the export's zip, or the folder it was unpacked to, also with one folder around it.
             kind: a key of PLATFORMS; None finds out.
    Returns: an archive that is the same at every reading.
    Raises:  Unreadable, naming the file, the entry and the remedy.
    Cost:    each file read once; the messages are kept in memory, about 1 kB each.
    """
    if kind is not None and kind not in PLATFORMS:
        raise Unreadable(f"{kind!r} is no platform that can be read. Known: {', '.join(PLATFORMS)}.")
    parcel = opened(Path(path))
    for name in (kind,) if kind else PLATFORMS:
        if PLATFORMS[name].recognises(parcel):
            return PLATFORMS[name].read(parcel)
    raise Unreadable(_refusal(parcel, kind))


def is_export(path: Path) -> bool:
    """Whether a path is an export of a platform rather than a table of interactions.

    Raises: Unreadable for a zip or folder that is no platform's export: a table is one file.
    """
    parcel = opened(path)
    if any(platform.recognises(parcel) for platform in PLATFORMS.values()):
        return True
    if isinstance(parcel, Single):
        return False
    raise Unreadable(_refusal(parcel, None))


def _refusal(parcel: Parcel, kind: str | None) -> str:
    """What was expected, what was found instead, and what to do."""
    expected = "; ".join(
        f"{platform.title}: {platform.expected}"
        for name, platform in PLATFORMS.items()
        if kind in {None, name}
    )
    beginning = f"{parcel.path}: no export that can be read. Expected for {expected}."
    if isinstance(parcel, Single):
        return (
            f"{beginning} Found a single file. If it's a table of interactions (CSV or Parquet), "
            "use analyse: a table has no messages to import."
        )
    names = parcel.names
    found = ", ".join(names[:5]) + (f" and {len(names) - 5:,} more" if len(names) > 5 else "")
    endings = {name.rpartition(".")[2].lower() for name in names}
    if "[Content_Types].xml" in names:
        return f"{beginning} Found an office document: save its table as CSV (UTF-8) and use analyse."
    if endings == {"zip"}:
        return f"{beginning} Found {found}, a zip inside it. Take that out, and give it as it is."
    if endings & {"csv", "parquet"}:
        return f"{beginning} Found {found}. Unpack it, and give a table of interactions to analyse as a file."
    return f"{beginning} Found {found or 'nothing'}. Is this the file that the platform gave?"
