"""What leaders ask and answer becomes notices: one to each who is asked, one to each when there is an answer.

Who answered without a name is known to nobody, so everybody who was asked hears of the answer.
"""

from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.leadership.dialogue.models import Dialogue
from knoop.notify.telling import About, Plan

REASONS = {"dialogue.opened": "dialogue_opened", "dialogue.answered": "dialogue_answered"}


@on(*REASONS)
def of_a_dialogue(event: Event) -> None:
    dialogue = Dialogue.objects.filter(pk=event.about_id).first()
    if dialogue:
        people = dialogue.people_asked().values_list("pk", flat=True)
        about = About("dialogue", dialogue.pk, dialogue.space_id)
        Plan(event, dict.fromkeys(people, REASONS[event.verb]), about).carry_out()


@on("dialogue.question_answered")
def of_a_question(event: Event) -> None:
    """Who asked it by name, and who voted for it."""
    dialogue = Dialogue.objects.filter(pk=event.about_id).first()
    if dialogue:
        whom = dict.fromkeys(event.facts["told_ids"], "question_answered")
        Plan(event, whom, About("dialogue", dialogue.pk, dialogue.space_id)).carry_out()
