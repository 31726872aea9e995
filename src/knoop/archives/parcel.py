"""Looking into a zip or a folder that a stranger handed in, without unpacking it and without trust."""

import json
import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from knoop.archives.errors import Unreadable

LARGEST_FILE = 256 * 2**20  # bytes of one file inside, unpacked
LARGEST_WHOLE = 8 * 2**30  # bytes of everything read from one export
MOST_FILES = 2_000_000
# JSON packs 5 to 40 times smaller; nothing written by people comes near this.
LARGEST_RATIO, RATIO_MATTERS_FROM = 200, 2**20
DEEPEST_FOLDER = 6
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError
)  # fmt: skip
_CHARACTERS_TO_DROP = re.compile(r"[\x00\ud800-\udfff]")  # no database keeps them


class Parcel(Protocol):
    """What was handed in: files by name, with / between folders."""

    @property
    def path(self) -> Path: ...
    @property
    def names(self) -> tuple[str, ...]: ...  # sorted, files only
    def read(self, name: str) -> bytes: ...


def opened(path: Path) -> Parcel:
    """The parcel at a path: a zip, a folder, or else the one file itself.

    Raises: Unreadable for what is missing, empty, damaged, encrypted, or made to do harm.
    """
    try:
        if path.is_dir():
            return Folder(path)
        if not path.exists():
            raise Unreadable(f"{path}: there is no such file or folder. Check the path.")
        if not path.is_file():
            raise Unreadable(f"{path}: not an ordinary file. Give the export's zip or its folder.")
        if path.stat().st_size == 0:
            raise Unreadable(f"{path}: the file is empty. Export or download it again.")
        if zipfile.is_zipfile(path):
            return Zip(path)
        if path.open("rb").read(4) == b"PK\x03\x04":
            raise Unreadable(f"{path}: a zip of which the end is missing. Download it again.")
        return Single(path)
    except OSError as error:
        raise Unreadable(f"{path}: can't be opened ({error.strerror or error}).") from error


class Single:
    """One file by itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names = (path.name,)

    def read(self, name: str) -> bytes:
        return _within_limit(self.path, name, self.path)


class Folder:
    """An unpacked export. Links are refused: they may point anywhere on the machine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names = tuple(sorted(self._walk(path, DEEPEST_FOLDER)))
        self._budget = Budget(path)

    def _walk(self, folder: Path, depth: int) -> Iterator[str]:
        for count, entry in enumerate(sorted(folder.iterdir())):
            name = entry.relative_to(self.path).as_posix()
            mode = entry.lstat().st_mode
            if count > MOST_FILES or depth == 0:
                raise Unreadable(f"{self.path}: too much in {name}. Give the export's own folder.")
            if stat.S_ISDIR(mode):
                yield from self._walk(entry, depth - 1)
            elif stat.S_ISREG(mode):
                yield name
            else:
                raise Unreadable(
                    f"{self.path}: {name} is a link or device, not a file. Take it out, "
                    "or give the export's own folder."
                )

    def read(self, name: str) -> bytes:
        return self._budget.spend(_within_limit(self.path, name, self.path / name))


def _within_limit(path: Path, name: str, file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Unreadable(f"{path}: {name} can't be read ({error.strerror or error}).") from error
    if len(content) > LARGEST_FILE:
        raise Unreadable(f"{path}: {name} is larger than {LARGEST_FILE >> 20} MB. Is this the right file?")
    return content


class Budget:
    """How much may be read from one parcel altogether; counts what really came out."""

    def __init__(self, path: Path) -> None:
        self._path, self._left = path, LARGEST_WHOLE

    def spend(self, content: bytes) -> bytes:
        self._left -= len(content)
        if self._left < 0:
            raise Unreadable(f"{self._path}: more than {LARGEST_WHOLE >> 30} GB. Export a shorter period.")
        return content


class Zip:
    """A zip, read file by file: what it declares is checked at once, what comes out while reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise Unreadable(f"{path}: a damaged zip ({error}). Download it again.") from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            self._admit(entry)
        self.names = tuple(sorted(self._entries))
        self._budget = Budget(path)

    def _admit(self, entry: zipfile.ZipInfo) -> None:
        """Take an entry in, or say what is wrong with it."""
        name = entry.orig_filename
        parts = name.rstrip("/").split("/")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        size, packed = entry.file_size, max(entry.compress_size, 1)
        checks = (
            (kind not in {0, stat.S_IFREG, stat.S_IFDIR}, "is a link or device, not a file"),
            (bool({"", ".."} & set(parts)) or "\\" in name or "\0" in name or parts[0].endswith(":"),
             "has a name that leads outside the export"),
            (name in self._entries, "is in the zip twice, and it's unclear which one counts"),
            (bool(entry.flag_bits & 1), "is encrypted: unpack it with the password and give the folder"),
            (size > RATIO_MATTERS_FROM and size > LARGEST_RATIO * packed,
             f"would unpack to {size:,} bytes from {packed:,}, as only harmful zips do"),
            (len(self._entries) > MOST_FILES, f"is one file more than the {MOST_FILES:,} that are read"),
        )  # fmt: skip
        for is_wrong, what in checks:
            if is_wrong:
                raise Unreadable(f"{self.path}: {name!r} {what}. Nothing was read; get a fresh export.")
        if not entry.is_dir():
            self._entries[name] = entry

    def read(self, name: str) -> bytes:
        entry = self._entries[name]
        if entry.file_size > LARGEST_FILE:
            raise Unreadable(
                f"{self.path}: {name} would unpack to {entry.file_size:,} bytes; at most "
                f"{LARGEST_FILE:,} are read. Is this the right file?"
            )
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(LARGEST_FILE + 1)
        except _DAMAGE as error:
            raise Unreadable(
                f"{self.path}: {name} is damaged or not what the zip says it is ({error}). Download it again."
            ) from error
        return self._budget.spend(content)


def read_json(parcel: Parcel, name: str) -> Any:
    """The content of a JSON file, without the characters that no database keeps.

    Raises: Unreadable naming the file inside, its line and column.
    """
    try:
        text = parcel.read(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"{parcel.path}: {name} is not UTF-8 (byte {error.start + 1:,}). Get a fresh export."
        ) from error
    try:
        content = json.loads(text)
        is_suspect = "\\u0000" in text or "\\ud" in text.lower()
        return _without_harm(content) if is_suspect else content
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"{parcel.path}: {name}, line {error.lineno}, column {error.colno}: broken JSON ({error.msg}). "
            "Was the file changed or cut off? Get a fresh export."
        ) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable(f"{parcel.path}: {name} is JSON no platform writes ({error}).") from error


def _without_harm(content: Any) -> Any:
    """The same, without NUL and lone surrogates in its texts."""
    if isinstance(content, str):
        return _CHARACTERS_TO_DROP.sub("", content)
    if isinstance(content, list):
        return [_without_harm(entry) for entry in content]
    if isinstance(content, dict):
        return {_without_harm(key): _without_harm(value) for key, value in content.items()}
    return content
