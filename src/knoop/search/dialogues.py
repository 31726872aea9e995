"""What leaders asked and answered, with the ideas of challenges; what people answered in a round never is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from knoop.leadership.dialogue.models import Dialogue, Idea, Question
from knoop.search.sources import Shown, Told, source

if TYPE_CHECKING:
    from knoop.people.models import Person


def _said_in(ids: Iterable[int]) -> dict[int, list[str]]:
    """Of each session the questions that were answered, with the answers; of each challenge the ideas."""
    said: dict[int, list[str]] = {}
    replied = Question.objects.filter(dialogue__in=ids).exclude(reply="").order_by("answered_at", "pk")
    for pk, text, reply in replied.values_list("dialogue", "text", "reply"):
        said.setdefault(pk, []).extend((text, reply))
    ideas = Idea.objects.filter(dialogue__in=ids).order_by("at", "pk")
    for pk, *words in ideas.values_list("dialogue", "title", "text", "because"):
        said.setdefault(pk, []).extend(filter(None, words))
    return said


def _words(dialogue: Dialogue, said: dict[int, list[str]]) -> str:
    return "\n\n".join(filter(None, (dialogue.answer, dialogue.text, *said.get(dialogue.pk, ()))))


VERBS = (
    *("dialogue.opened", "dialogue.answered", "dialogue.question_answered"),
    *("idea.given", "idea.decided"),
)


@source(
    "dialogue",
    _("Asked and answered"),
    icon="messages-square",
    verbs=dict.fromkeys(VERBS, "dialogue_id"),
)
class Dialogues:
    """Rounds with their answer, sessions with what was answered, challenges with their ideas."""

    model = Dialogue
    ages = True

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        said = _said_in(ids)
        for one in Dialogue.objects.filter(pk__in=ids):
            if one.is_answered or one.pk in said:
                yield Told(
                    thing_id=one.pk,
                    space_id=one.space_id,
                    author_id=one.by_id,
                    at=one.answered_at or one.opened_at,
                    title=one.title,
                    text=_words(one, said),
                )

    def visible(self, person: Person, path: str) -> Q:
        return Q(Exists(Dialogue.objects.visible_to(person).filter(pk=OuterRef(f"{path}thing_id"))))

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        said = _said_in(ids)
        seen = Dialogue.objects.visible_to(person).filter(pk__in=ids)
        for one in seen.select_related("by__departure", "space").fetch_mode(models.FETCH_RAISE):
            yield Shown(
                thing=one,
                title=one.title,
                text=_words(one, said),
                address=one.get_absolute_url(),
                at=one.answered_at or one.opened_at,
                author=one.by,
                space=one.space,
            )
