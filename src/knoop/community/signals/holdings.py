"""What signals hold of somebody: what they raised, answer, support and said of it."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.base import markdown
from knoop.community.signals.models import Help, Outline, Remark, Signal, Step, successors
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    for pk, to in successors(leaving.person).items():
        Signal.objects.get(pk=pk).hand_over(to, to, is_gone=True)
    _reword_signals(leaving)
    _reword_others(leaving)
    return ()


def _reword_signals(leaving: Leaving) -> None:
    """Theirs lose their name or their words; in those of others a mention says no longer whom."""
    named = Q(raiser=leaving.person)
    for column in ("title", "text", "where", "would_help"):
        named |= Q(**{f"{column}__icontains": leaving.mention})
    for signal in Signal.objects.filter(named):
        is_own = signal.raiser_id == leaving.person.pk
        said = leaving.nameless if is_own else leaving.unnamed
        if is_own and leaving.takes_words:
            signal.title, signal.text, signal.where, signal.would_help = leaving.removed, "", "", ""
        signal.title, signal.text = said(signal.title)[:160], said(signal.text)
        signal.where, signal.would_help = said(signal.where)[:200], said(signal.would_help)
        signal.html = markdown.render(signal.text)
        signal.save(update_fields=["title", "text", "html", "where", "would_help"])
        Outline.objects.filter(signal=signal).delete()
        Outline.objects.write(Signal.objects.filter(pk=signal.pk))
        leaving.changed["signal"].add(signal.pk)


def _reword_others(leaving: Leaving) -> None:
    """An owner's answer stays, without their name: it's what the organisation said. Remarks are one's own."""
    if leaving.takes_words:
        Remark.objects.filter(by=leaving.person).delete()
    for model, column in ((Step, "words"), (Remark, "text")):
        theirs = Q(by=leaving.person) | Q(**{f"{column}__icontains": leaving.mention})
        for row in model.objects.filter(theirs):
            said = leaving.nameless if row.by_id == leaving.person.pk else leaving.unnamed
            setattr(row, column, said(getattr(row, column)))
            row.html = markdown.render(getattr(row, column))
            row.save(update_fields=[column, "html"])
    for said in Help.objects.filter(words__icontains=leaving.mention).exclude(person=leaving.person):
        said.words = leaving.unnamed(said.words)[:500]
        said.save(update_fields=["words"])


holds(
    Holding(
        "signals",
        _("Signals"),
        lines=[
            Line(
                "signals.Signal.raiser",
                ngettext_lazy("%(count)d signal you raised", "%(count)d signals you raised", "count"),
                Fate.STAYS,
                ("kind", "title", "text", "where", "would_help", "state", "raised_at", "space__name"),
            ),
            Line(
                "signals.Signal.owner",
                ngettext_lazy("%(count)d signal you answer", "%(count)d signals you answer", "count"),
                Fate.STAYS,
                ("title", "state", "promised_on", "raised_at"),
                called="signals_to_answer",
            ),
            Line(
                "signals.Signal.brought_to",
                ngettext_lazy(
                    "%(count)d signal brought to you because it was late",
                    "%(count)d signals brought to you because they were late",
                    "count",
                ),
                Fate.FREED,
                ("title", "raised_at"),
                called="signals_brought_to_you",
            ),
            Line(
                "signals.Box.confidant",
                ngettext_lazy(
                    "%(count)d confidential signal entrusted to you",
                    "%(count)d confidential signals entrusted to you",
                    "count",
                ),
                Fate.STAYS,
                ("signal__title",),
                called="signals_entrusted",
            ),
            Line(
                "signals.Envelope.confidant",
                ngettext_lazy(
                    "%(count)d confidential signal that comes in tomorrow morning",
                    "%(count)d confidential signals that come in tomorrow morning",
                    "count",
                ),
                Fate.STAYS,
                (),
                called="signals_coming",
            ),
            Line(
                "signals.ConfidantKey.person",
                ngettext_lazy("%(count)d key of a confidant", "%(count)d keys of a confidant", "count"),
                Fate.GOES,
                (),
                called="confidant_key",
            ),
            Line(
                "signals.Letter.by",
                ngettext_lazy(
                    "%(count)d letter to who raised a signal confidentially",
                    "%(count)d letters to who raised signals confidentially",
                    "count",
                ),
                Fate.STAYS,
                ("box__signal__title", "text", "on"),
                called="signal_letters",
            ),
            Line(
                "signals.Step.by",
                ngettext_lazy(
                    "%(count)d step you took with a signal", "%(count)d steps you took with signals", "count"
                ),
                Fate.STAYS,
                ("signal__title", "act", "words", "at"),
            ),
            Line(
                "signals.Step.to",
                ngettext_lazy(
                    "%(count)d time a signal was handed to you",
                    "%(count)d times a signal was handed to you",
                    "count",
                ),
                Fate.STAYS,
                ("signal__title", "at"),
                called="signals_handed_to_you",
            ),
            Line(
                "signals.Remark.by",
                ngettext_lazy("%(count)d remark on a signal", "%(count)d remarks on signals", "count"),
                Fate.STAYS,
                ("signal__title", "text", "at"),
            ),
            Line(
                "signals.Support.person",
                ngettext_lazy("%(count)d signal you support", "%(count)d signals you support", "count"),
                Fate.GOES,
                ("signal__title", "at"),
            ),
            Line(
                "signals.Follow.person",
                ngettext_lazy("%(count)d signal you follow", "%(count)d signals you follow", "count"),
                Fate.GOES,
                ("signal__title", "at"),
                called="signals_followed",
            ),
            Line(
                "signals.Help.person",
                ngettext_lazy(
                    "%(count)d time you said whether it helped",
                    "%(count)d times you said whether it helped",
                    "count",
                ),
                Fate.GOES,
                ("signal__title", "is_helped", "words", "at"),
            ),
            Line(
                "signals.Link.by",
                ngettext_lazy(
                    "%(count)d link to what a signal changed",
                    "%(count)d links to what signals changed",
                    "count",
                ),
                Fate.STAYS,
                ("signal__title", "address", "at"),
                called="signal_links",
            ),
            Line(
                "signals.Reminder.to",
                ngettext_lazy("%(count)d reminder of a signal", "%(count)d reminders of signals", "count"),
                Fate.GOES,
                ("signal__title", "kind", "promised_on", "at"),
                called="signal_reminders",
            ),
            Line(
                "signals.Route.owner",
                ngettext_lazy(
                    "%(count)d rule by which signals come to you",
                    "%(count)d rules by which signals come to you",
                    "count",
                ),
                Fate.FREED,
                ("kind", "topic", "unit__name", "space__name"),
            ),
        ],
        erase=erase,
    )
)
