"""Small archives made for these tests."""

from datetime import UTC, datetime, timedelta

from knoop.archives import (
    Archive,
    ArchivedMembership,
    ArchivedMessage,
    ArchivedPerson,
    ArchivedReaction,
    ArchivedSpace,
    ArchivedUnit,
    Skipped,
)

START = datetime(2024, 3, 1, 9, tzinfo=UTC)


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def archive(**changes: object) -> Archive:
    """A unit, three people of whom one left, two spaces, a thread two deep."""
    contents = {
        "platform": "test",
        "key": "one",
        "title": "Test",
        "units": (ArchivedUnit(key="u", name="Works"), ArchivedUnit(key="v", name="Night shift", parent="u")),
        "people": (
            ArchivedPerson(key="A", handle="anna", name="Anna Öz", email="Anna@Example.org", unit="u"),
            ArchivedPerson(key="B", handle="bram", name="Bram Bos", unit="v", manager="A"),
            ArchivedPerson(key="C", handle="cleo", name="Cleo Weg", has_left=True),
        ),
        "spaces": (
            ArchivedSpace(key="s", name="All hands", members=(ArchivedMembership(person="A", since=at(-9)),)),
            ArchivedSpace(key="t", name="Board", is_open=False, is_archived=True),
        ),
        "messages": (
            message(
                "1",
                "A",
                0,
                "Who has the key, @bram?",
                mentions=("B",),
                reactions=(reaction("B"), reaction("C")),
            ),
            message("2", "B", 1, "I have", replies_to="1"),
            message("3", "A", 2, "Thanks", replies_to="2", reactions=(reaction("B", "🎉"),)),
            message("4", "C", 3, "Minutes", space="t"),
        ),
        "skipped": (Skipped(what="message", reason="joined", count=2),),
    }
    return Archive(**contents | changes)


def message(
    key: str, author: str, hours: float, text: str, space: str = "s", **more: object
) -> ArchivedMessage:
    return ArchivedMessage(key=key, space=space, author=author, at=at(hours), text=text, **more)


def reaction(person: str, emoji: str = "👍") -> ArchivedReaction:
    return ArchivedReaction(person=person, emoji=emoji)
