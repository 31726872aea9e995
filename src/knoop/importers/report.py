"""What an import did, for whoever started it."""

from collections import Counter
from dataclasses import dataclass, field

from knoop.archives import Skipped

KINDS = ("unit", "person", "space", "message", "reaction", "membership")


@dataclass
class Report:
    """Counts per kind: `known` things came with an earlier import and weren't touched."""

    added: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    is_dry_run: bool = False
