"""What pages hold of somebody. A page that others worked on is everybody's; one of theirs alone can go."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.base import clock
from knoop.community.files.attachments import let_go
from knoop.community.pages.headings import rendered
from knoop.community.pages.models import Page, Version
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    person, mention = leaving.person, leaving.mention
    if leaving.takes_words:
        _take_away(leaving)
    named = Q(text__icontains=mention) | Q(title__icontains=mention)
    for page in Page.objects.filter(Q(written_by=person) | Q(changed_by=person) | named):
        said = leaving.nameless if page.changed_by_id == person.pk else leaving.unnamed
        page.title, page.text = said(page.title)[:160], said(page.text)
        page.html = rendered(page.text)
        page.save(update_fields=["title", "text", "html"])
        leaving.changed["page"].add(page.pk)
    for version in Version.objects.filter(Q(by=person) | named | Q(note__icontains=mention)):
        said = leaving.nameless if version.by_id == person.pk else leaving.unnamed
        version.title, version.text = said(version.title)[:160], said(version.text)
        version.note = said(version.note)[:200]
        version.save(update_fields=["title", "text", "note"])
    return ()


def _take_away(leaving: Leaving) -> None:
    """Pages that nobody else wrote a version of."""
    others = Version.objects.filter(page=OuterRef("pk")).exclude(by=leaving.person)
    alone = Page.objects.filter(~Exists(others), written_by=leaving.person)
    let_go(alone)
    for page in alone:
        page.versions.update(title=leaving.removed, text="", note="")
        page.title, page.text, page.html = leaving.removed, "", ""
        page.withdrawn_at = page.withdrawn_at or clock.now()
        page.save(update_fields=["title", "text", "html", "withdrawn_at"])
        leaving.changed["page"].add(page.pk)


holds(
    Holding(
        "pages",
        _("Pages"),
        lines=[
            Line(
                "pages.Page.written_by",
                ngettext_lazy("%(count)d page you began", "%(count)d pages you began", "count"),
                Fate.STAYS,
                ("title", "text", "space__name", "written_at"),
            ),
            Line(
                "pages.Page.changed_by",
                ngettext_lazy("%(count)d page you changed last", "%(count)d pages you changed last", "count"),
                Fate.STAYS,
            ),
            Line(
                "pages.Page.keeper",
                ngettext_lazy("%(count)d page you look after", "%(count)d pages you look after", "count"),
                Fate.FREED,
                ("title",),
                called="pages_kept",
            ),
            Line(
                "pages.Version.by",
                ngettext_lazy("%(count)d version of a page", "%(count)d versions of pages", "count"),
                Fate.STAYS,
                ("page", "number", "title", "text", "note", "at"),
                called="versions",
            ),
            Line(
                "pages.Watch.person",
                ngettext_lazy("%(count)d page you watch", "%(count)d pages you watch", "count"),
                Fate.GOES,
                ("page__title",),
                called="watched",
            ),
        ],
        erase=erase,
        words=_("If you remove your words, pages that nobody else worked on go too. The others stay."),
    )
)
