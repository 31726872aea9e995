"""What an import did, for whoever started it."""

from collections import Counter
from dataclasses import dataclass, field

from knoop.archives import Skipped

KINDS = ("unit", "person", "space", "message", "reaction", "membership")


@dataclass
class Report:
    """Counts per kind: `known` things came with an earlier import."""

    added: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    closed: int = 0  # spaces that were open here and aren't any more in the archive
    is_dry_run: bool = False
