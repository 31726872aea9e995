"""What dialogue holds of somebody. What was answered or asked without a name is held of nobody."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.base import markdown
from knoop.leadership.dialogue import rounds
from knoop.leadership.dialogue.models import Day, DayRemark, Dialogue, Idea, NamedAnswer, Question, Remark
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    """What a leader asked and answered stays, by former member: others read it and act on it."""
    rounds.forget_signs(leaving.person)
    for dialogue in Dialogue.objects.filter(_of(leaving, "by", "title", "text", "answer")):
        said = leaving.nameless if dialogue.by_id == leaving.person.pk else leaving.unnamed
        dialogue.title, dialogue.text = said(dialogue.title)[:160], said(dialogue.text)
        dialogue.answer = said(dialogue.answer)
        dialogue.html, dialogue.answer_html = map(markdown.render, (dialogue.text, dialogue.answer))
        dialogue.save(update_fields=["title", "text", "html", "answer", "answer_html"])
        leaving.changed["dialogue"].add(dialogue.pk)
    for question in Question.objects.filter(_of(leaving, "asker", "text", "reply")):
        is_own = question.asker_id == leaving.person.pk
        said = leaving.nameless if is_own else leaving.unnamed
        question.text = leaving.removed if is_own and leaving.takes_words else said(question.text)[:500]
        question.reply = leaving.unnamed(question.reply)
        question.reply_html = markdown.render(question.reply)
        question.asker = None if is_own else question.asker
        question.save(update_fields=["text", "reply", "reply_html", "asker"])
        leaving.changed["dialogue"].add(question.dialogue_id)
    _reword_ideas(leaving)
    _reword_days(leaving)
    for answer in NamedAnswer.objects.filter(_of(leaving, "person", "words")):
        is_own = answer.person_id == leaving.person.pk
        said = leaving.nameless if is_own else leaving.unnamed
        answer.words = (
            leaving.removed if answer.words and is_own and leaving.takes_words else said(answer.words)
        )
        answer.save(update_fields=["words"])
    return ()


def _reword_ideas(leaving: Leaving) -> None:
    if leaving.takes_words:
        Remark.objects.filter(by=leaving.person).delete()
    for idea in Idea.objects.filter(_of(leaving, "by", "title", "text", "because")):
        is_own = idea.by_id == leaving.person.pk
        said = leaving.nameless if is_own else leaving.unnamed
        if is_own and leaving.takes_words:
            idea.title, idea.text = leaving.removed, ""
        idea.title, idea.text = said(idea.title)[:160], said(idea.text)
        idea.because = leaving.unnamed(idea.because)
        idea.html, idea.because_html = map(markdown.render, (idea.text, idea.because))
        idea.save(update_fields=["title", "text", "html", "because", "because_html"])
        leaving.changed["dialogue"].add(idea.dialogue_id)
    for remark in Remark.objects.filter(_of(leaving, "by", "text")):
        said = leaving.nameless if remark.by_id == leaving.person.pk else leaving.unnamed
        remark.text = said(remark.text)
        remark.html = markdown.render(remark.text)
        remark.save(update_fields=["text", "html"])


def _reword_days(leaving: Leaving) -> None:
    """A day that nobody comes to any more is offered again. What a leader told of one stays."""
    for day in Day.objects.filter(leader=leaving.person, told_at=None):
        day.leader = None
        day.save(update_fields=["leader"])
    if leaving.takes_words:
        DayRemark.objects.filter(by=leaving.person).delete()
    theirs = _of(leaving, "by", "text", "seen", "will_do") | Q(leader=leaving.person)
    for day in Day.objects.filter(theirs):
        offers, comes = (leaving.person.pk == pk for pk in (day.by_id, day.leader_id))
        day.text = (leaving.nameless if offers else leaving.unnamed)(day.text)
        said = leaving.nameless if comes else leaving.unnamed
        day.seen, day.will_do = said(day.seen), said(day.will_do)
        day.html = markdown.render(day.text)
        day.seen_html, day.will_do_html = map(markdown.render, (day.seen, day.will_do))
        day.save(update_fields=["text", "html", "seen", "seen_html", "will_do", "will_do_html"])
    for remark in DayRemark.objects.filter(_of(leaving, "by", "text")):
        said = leaving.nameless if remark.by_id == leaving.person.pk else leaving.unnamed
        remark.text = said(remark.text)
        remark.html = markdown.render(remark.text)
        remark.save(update_fields=["text", "html"])


def _of(leaving: Leaving, whose: str, *columns: str) -> Q:
    """Rows of theirs, and those of others that mention them."""
    found = Q(**{whose: leaving.person})
    for column in columns:
        found |= Q(**{f"{column}__icontains": leaving.mention})
    return found


holds(
    Holding(
        "dialogue",
        _("Asked and answered"),
        lines=[
            Line(
                "dialogue.Dialogue.by",
                ngettext_lazy(
                    "%(count)d thing you asked colleagues", "%(count)d things you asked colleagues", "count"
                ),
                Fate.STAYS,
                ("kind", "title", "text", "answer", "opened_at", "answered_at"),
            ),
            Line(
                "dialogue.NamedAnswer.person",
                ngettext_lazy(
                    "%(count)d answer in a round, with your name",
                    "%(count)d answers in rounds, with your name",
                    "count",
                ),
                Fate.STAYS,
                ("question__dialogue__title", "question__words", "value", "words", "at"),
            ),
            Line(
                "dialogue.Question.asker",
                ngettext_lazy(
                    "%(count)d question for a session, with your name",
                    "%(count)d questions for sessions, with your name",
                    "count",
                ),
                Fate.FREED,
                ("dialogue__title", "text", "reply", "asked_on"),
            ),
            Line(
                "dialogue.Idea.by",
                ngettext_lazy("%(count)d idea for a challenge", "%(count)d ideas for challenges", "count"),
                Fate.STAYS,
                ("dialogue__title", "title", "text", "decision", "because", "at"),
            ),
            Line(
                "dialogue.Remark.by",
                ngettext_lazy("%(count)d remark on an idea", "%(count)d remarks on ideas", "count"),
                Fate.STAYS,
                ("idea__title", "text", "at"),
                called="remarks_on_ideas",
            ),
            Line(
                "dialogue.IdeaSupport.person",
                ngettext_lazy("%(count)d idea you support", "%(count)d ideas you support", "count"),
                Fate.GOES,
                ("idea__title",),
            ),
            Line(
                "dialogue.IdeaJoining.person",
                ngettext_lazy("%(count)d idea you work out", "%(count)d ideas you work out", "count"),
                Fate.GOES,
                ("idea__title", "at"),
            ),
            Line(
                "dialogue.Day.by",
                ngettext_lazy("%(count)d day you offered", "%(count)d days you offered", "count"),
                Fate.STAYS,
                ("unit__name", "on", "text"),
                called="days_offered",
            ),
            Line(
                "dialogue.Day.leader",
                ngettext_lazy("%(count)d day you went along", "%(count)d days you went along", "count"),
                Fate.STAYS,
                ("unit__name", "on", "seen", "will_do", "told_at"),
                called="days_along",
            ),
            Line(
                "dialogue.DayRemark.by",
                ngettext_lazy("%(count)d remark on a day", "%(count)d remarks on days", "count"),
                Fate.STAYS,
                ("day__on", "text", "at"),
                called="remarks_on_days",
            ),
            Line(
                "dialogue.Vote.person",
                ngettext_lazy(
                    "%(count)d question you want to hear answered",
                    "%(count)d questions you want to hear answered",
                    "count",
                ),
                Fate.GOES,
                ("question__text",),
            ),
        ],
        erase=erase,
        words=_(
            "What you answered or asked without your name isn't here: it can't be told that it is yours."
        ),
    )
)
