"""What leaders ask and answer becomes notices: one to each who is asked, one to each when there is an answer.

Who answered without a name is known to nobody, so everybody who was asked hears of the answer.
"""

from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.leadership.dialogue.models import Day, Dialogue, Idea
from knoop.notify.telling import About, Plan
from knoop.people.models import Person

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


@on("idea.decided", "idea.joined", "idea.remarked")
def of_an_idea(event: Event) -> None:
    """Who gave it; of a decision also who works it out or supports it."""
    idea = Idea.objects.select_related("dialogue").filter(pk=event.about_id).first()
    if idea is None:
        return
    people = {idea.by_id}
    if event.verb == "idea.decided":
        people.update(idea.joinings.values_list("person", flat=True))
        people.update(idea.supports.values_list("person", flat=True))
    whom = dict.fromkeys(people, event.verb.replace(".", "_"))
    Plan(event, whom, About("dialogue", idea.dialogue_id, idea.dialogue.space_id)).carry_out()


@on("day.enrolled", "day.given_back", "day.told", "day.remarked")
def of_a_day(event: Event) -> None:
    """Who offered it hears who comes; the team what the leader saw; the leader what the team says to that."""
    day = Day.objects.filter(pk=event.about_id).first()
    if day is None:
        return
    people = {event.facts.get("to_id", day.by_id)}
    if event.verb == "day.told":
        team = Person.objects.present().filter(unit=day.unit_id, is_guest=False)
        people.update(team.values_list("pk", flat=True))
    Plan(event, dict.fromkeys(people, event.verb.replace(".", "_")), About("day", day.pk)).carry_out()
