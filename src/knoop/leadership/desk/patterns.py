"""Eight things a story can do, what to ask oneself for each, and an example.

The eight are Stephen Denning's (The Leader's Guide to Storytelling, 2005). Questions and examples are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from knoop.leadership.desk import examples


class Pattern(models.TextChoices):
    ACTION = "action", _("Spark action")
    ME = "me", _("Who I am")
    VALUES = "values", _("What we stand for")
    US = "us", _("Who we are")
    TOGETHER = "together", _("Working together")
    RUMOURS = "rumours", _("Taming rumours")
    KNOWLEDGE = "knowledge", _("Sharing knowledge")
    FUTURE = "future", _("The future")


@dataclass(frozen=True)
class Question:
    key: str
    words: str | Promise


@dataclass(frozen=True)
class Guide:
    """What somebody is shown who wants to tell a story of one kind."""

    pattern: Pattern
    when: str | Promise
    beware: str | Promise
    questions: tuple[Question, ...]
    title: str | Promise  # of the example
    example: str | Promise

    @property
    def label(self) -> str:
        return str(self.pattern.label)

    @property
    def paragraphs(self) -> list[str]:
        return str(self.example).split("\n\n")


def _asked(**questions: str | Promise) -> tuple[Question, ...]:
    return tuple(Question(key, words) for key, words in questions.items())


GUIDES = {
    guide.pattern: guide
    for guide in (
        Guide(
            Pattern.ACTION,
            _("When people know what should change, and nobody begins."),
            _("Keep it short, true and with a good end: who hears it should be busy with their own version."),
            _asked(
                who=_("Who did it already, here or somewhere like here?"),
                when=_("When and where was that?"),
                without=_("What would have happened without it?"),
                after=_("What is different since then?"),
                ask=_("What if we did that everywhere? What is the first small step?"),
            ),
            *examples.ACTION,
        ),
        Guide(
            Pattern.ME,
            _("When people don't know you yet, or only know your title."),
            _("Not your career. One moment in which you had to choose, and something you would rather hide."),
            _asked(
                moment=_("Which moment made you who you are at work?"),
                where=_("Where were you, and who was there?"),
                wrong=_("What did you get wrong, or not dare?"),
                learnt=_("What do you do differently since then?"),
                here=_("What do colleagues notice of that today?"),
            ),
            *examples.ME,
        ),
        Guide(
            Pattern.VALUES,
            _("When a value hangs on the wall, and nobody knows what it asks of them."),
            _("Show it where it cost something. A value that costs nothing is decoration."),
            _asked(
                value=_("Which value is it about, in your own words?"),
                who=_("Who lived by it when it was hard? Where and when?"),
                cost=_("What did it cost them?"),
                doubt=_("Where did you fall short of it yourself?"),
                ask=_("What do you want to talk about with whoever reads this?"),
            ),
            *examples.VALUES,
        ),
        Guide(
            Pattern.US,
            _("When others should know what they can expect of you as an organisation."),
            _("It must be true today. Let somebody else do the praising: a customer, a resident."),
            _asked(
                whom=_("Whom did we help, and with what?"),
                who=_("Which colleague did it, and where?"),
                usual=_("What would they have got elsewhere?"),
                said=_("What did they say afterwards, in their words?"),
                promise=_("What may others hold us to?"),
            ),
            *examples.US,
        ),
        Guide(
            Pattern.TOGETHER,
            _("When units go their own way, or work past each other."),
            _("Tell one that makes others tell theirs. Then listen: their stories do the work."),
            _asked(
                two=_("Which two people or units met who usually don't?"),
                stuck=_("What were they stuck on, each by themselves?"),
                moment=_("At which moment did it begin to work?"),
                own=_("What did you not see yourself until then?"),
                ask=_("Whose story would you like to hear now?"),
            ),
            *examples.TOGETHER,
        ),
        Guide(
            Pattern.RUMOURS,
            _("When something is going round that isn't so, or is half so."),
            _("Say first what is true in it. Laugh at yourself, never at who passed it on."),
            _asked(
                rumour=_("What do people say? Write it down as they say it."),
                true=_("What of it is true?"),
                seen=_("What did you see or do yourself, where and when?"),
                unknown=_("What don't you know yet, and when will you?"),
                ask=_("Where can people ask on?"),
            ),
            *examples.RUMOURS,
        ),
        Guide(
            Pattern.KNOWLEDGE,
            _("When somebody found out something that others will run into."),
            _("Tell what went wrong, in detail. It needn't be thrilling; it must be usable."),
            _asked(
                problem=_("What was the matter, and how did one notice?"),
                tried=_("What did you try first that didn't work?"),
                found=_("What did work, and who thought of it?"),
                why=_("Why does it work?"),
                ask=_("Who may have seen the same? What do you want to know of them?"),
            ),
            *examples.KNOWLEDGE,
        ),
        Guide(
            Pattern.FUTURE,
            _("When people have to let go of something and can't see what for."),
            _("Few details, and none that can turn out wrong. One ordinary morning says more than a plan."),
            _asked(
                morning=_("It is an ordinary morning, two years on. Who comes in, and where?"),
                different=_("What do they do that can't be done now?"),
                began=_("With what that exists today did it begin?"),
                doubt=_("What aren't you sure of?"),
                ask=_("Which part can people begin with now?"),
            ),
            *examples.FUTURE,
        ),
    )
}
