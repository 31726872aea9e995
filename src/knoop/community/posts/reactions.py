"""Reactions: one person, one emoji, on one post or comment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.base.addresses import address
from knoop.base.written import written
from knoop.people.models import Person

if TYPE_CHECKING:
    from django.utils.functional import Promise

LONGEST_EMOJI = 64  # a platform's own picture comes as :its_name:
# What the page offers; imported reactions may be any emoji.
OFFERED: dict[str, Promise] = {
    "👍": _("agree"),
    "❤️": _("love it"),
    "👏": _("well done"),
    "😄": _("funny"),
    "💡": _("good idea"),
    "🙏": _("thank you"),
}

# What other platforms bring along most.
KNOWN: dict[str, Promise] = {
    "😂": _("laughing"),
    "😮": _("surprised"),
    "😢": _("sad"),
    "🎉": _("celebrating"),
    "💪": _("strong"),
    "👀": _("looking at it"),
    "🙋": _("me too"),
    "🤔": _("thinking"),
    "🔥": _("fire"),
    "✅": _("done"),
    "👎": _("disagree"),
    "🚀": _("off we go"),
}
NAMES = OFFERED | KNOWN


class Reaction(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    emoji = models.CharField(max_length=LONGEST_EMOJI)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.person_id}: {self.emoji}"


class PostReaction(Reaction):
    thing = models.ForeignKey("Post", models.CASCADE, related_name="reactions")

    class Meta:
        constraints = [
            models.UniqueConstraint("thing", "person", "emoji", name="one_reaction_of_a_kind_to_a_post")
        ]


class CommentReaction(Reaction):
    thing = models.ForeignKey("Comment", models.CASCADE, related_name="reactions")

    class Meta:
        constraints = [
            models.UniqueConstraint("thing", "person", "emoji", name="one_reaction_of_a_kind_to_a_comment")
        ]


@dataclass(frozen=True)
class Tally:
    emoji: str
    label: str
    count: int
    is_mine: bool


class Reactable(models.Model):
    """What can be reacted to: `tallies` is filled by `tally`, for a page at once."""

    word = ""
    tallies: Sequence[Tally] = ()
    is_saved = False  # by whoever looks, where a page asked

    class Meta:
        abstract = True

    @property
    def takes_reactions(self) -> bool:
        """Not in an archived space."""
        raise NotImplementedError

    @property
    def reactions_address(self) -> str:
        return address(f"{self.word}-reactions", self.pk)

    @property
    def withdrawal_address(self) -> str:
        return address(f"{self.word}-reaction-withdrawal", self.pk)

    @property
    def saving_address(self) -> str:
        return address(f"{self.word}-saving-end" if self.is_saved else f"{self.word}-saving", self.pk)

    @property
    def offers(self) -> list[Tally]:
        """What the page offers and nobody gave yet."""
        given = {tally.emoji for tally in self.tallies}
        return [Tally(emoji, str(label), 0, False) for emoji, label in OFFERED.items() if emoji not in given]


def tally(things: Sequence[Reactable], person: Person) -> None:
    """Counts the reactions to all `things` (of one model) with one query."""
    if not things:
        return
    kind: type[Reaction] = type(things[0]).reactions.rel.related_model
    per_thing: dict[int, list[Tally]] = {}
    for row in _counted(kind, tuple(thing.pk for thing in things), person.pk):
        label = str(NAMES.get(row["emoji"], row["emoji"]))
        per_thing.setdefault(row["thing_id"], []).append(
            Tally(row["emoji"], label, row["count"], is_mine=bool(row["mine"]))
        )
    for thing in things:
        thing.tallies = per_thing.get(thing.pk, ())


@written
def _counted(
    kind: type[Reaction], things: tuple[int, ...], person: int
) -> models.QuerySet[Reaction, dict[str, Any]]:
    mine = models.Count("pk", filter=models.Q(person=person))
    rows = kind._default_manager.filter(thing__in=things).values("thing_id", "emoji")
    return rows.annotate(count=models.Count("pk"), mine=mine, first=models.Min("pk")).order_by("first")
