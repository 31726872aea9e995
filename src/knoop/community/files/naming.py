"""Names of files, as people give them and as others may see them."""

import re
import unicodedata
from pathlib import PurePath

LONGEST = 200
# Signs that can't be seen or turn the direction of reading: 'exe.pdf' would read as 'fdp.exe'.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def cleaned(name: str) -> str:
    """`name` without folders and unseen signs, not too long, with its ending; may be nothing."""
    last = re.split(r"[/\\]", UNSEEN.sub("", unicodedata.normalize("NFC", name)))[-1]
    path = PurePath(re.sub(r"\s+", " ", last).strip().lstrip(".") or "")
    suffix = path.suffix if len(path.suffix) <= 20 else ""
    stem = path.name.removesuffix(suffix)[: LONGEST - len(suffix)].strip()
    return f"{stem}{suffix.lower()}" if stem else ""


def renamed(wanted: str, present: str) -> str:
    """What `wanted` makes of the name `present`: what a file is called may change, what it is may not."""
    suffix = PurePath(present).suffix
    name = cleaned(wanted)
    if not name or not suffix:
        return name
    return name if PurePath(name).suffix.lower() == suffix.lower() else cleaned(f"{name}{suffix}")


def folded(name: str) -> str:
    """For looking and sorting: small letters without accents."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
