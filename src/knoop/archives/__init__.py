"""Reads what other platforms export, and tables of interactions, without trusting them."""

from knoop.archives.archive import (
    Archive,
    ArchivedMembership,
    ArchivedMessage,
    ArchivedPerson,
    ArchivedReaction,
    ArchivedSpace,
    ArchivedUnit,
    Skipped,
)
from knoop.archives.errors import Unreadable
from knoop.archives.interactions import KINDS, Interactions
from knoop.archives.platforms import PLATFORMS, read
from knoop.archives.readout import read_interactions
from knoop.archives.tabular import Readout

__all__ = [
    "KINDS",
    "PLATFORMS",
    "Archive",
    "ArchivedMembership",
    "ArchivedMessage",
    "ArchivedPerson",
    "ArchivedReaction",
    "ArchivedSpace",
    "ArchivedUnit",
    "Interactions",
    "Readout",
    "Skipped",
    "Unreadable",
    "read",
    "read_interactions",
]
