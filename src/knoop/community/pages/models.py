"""Pages that a space keeps together, with every version they had."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from knoop.base import clock
from knoop.base.addresses import address
from knoop.community.files.attachments import NONE, Attachments, Change, attach, rehang
from knoop.community.files.models import File
from knoop.community.pages import headings, policy, tree
from knoop.community.pages.verbs import Changed, Confirmed, Moved, Returned, Withdrawn, Written
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person

LONGEST = 200_000  # characters
LONGEST_TITLE = 160


class ChangedMeanwhile(Exception):
    """Somebody saved another version since this one was opened; nothing was written."""


class PageQuerySet(models.QuerySet["Page"]):
    def visible_to(self, person: Person) -> PageQuerySet:
        return self.filter(policy.visible(person))

    def kept(self) -> PageQuerySet:
        return self.filter(withdrawn_at=None)

    def for_tree(self) -> PageQuerySet:
        """Titles and places alone: the texts can be long."""
        return self.kept().only("pk", "title", "above_id", "place", "space_id").order_by("place", "pk")

    def for_page(self) -> PageQuerySet:
        return self.select_related("space__archival", "written_by", "changed_by", "keeper", "above")

    def changed_last(self) -> PageQuerySet:
        """Newest change first, with all that a list shows. A field not loaded here raises."""
        return (
            self.kept()
            .select_related("space", "changed_by")
            .defer("text", "html")
            .order_by("-changed_at", "-pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def before(self, at: datetime, pk: int) -> PageQuerySet:
        return self.filter(changed_at__lte=at).exclude(changed_at=at, pk__gte=pk)

    @transaction.atomic
    def write(
        self, by: Person, space: Space, title: str, text: str, *, above: Page | None = None,
        once: UUID | None = None, files: Iterable[File] = (), **fields: object,
    ) -> Page:  # fmt: skip
        """A new page, last among those beside it. The same form sent twice is one page."""
        if once and (there := self.filter(once=once, written_by=by).first()):
            return there
        last = self.filter(space=space, above=above).aggregate(last=models.Max("place"))["last"] or 0
        page = self.create(
            space=space, above=above, place=last + 1, title=title, text=text, html=headings.rendered(text),
            written_by=by, changed_by=by, once=once, **fields,
        )  # fmt: skip
        Version.objects.create(page=page, number=1, title=title, text=text, by=by, at=page.changed_at)
        Watch.objects.create(page=page, person=by)
        attach(files, page, by, space)
        Event.objects.record(by, Written(page.pk, space.pk), about=page)
        return page


class Page(models.Model):
    word = "page"
    attached: Attachments = NONE  # by attachments.load
    space = models.ForeignKey(Space, models.PROTECT, related_name="pages")
    above = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="below")
    place = models.PositiveIntegerField(default=0, editable=False)  # among those with the same page above
    title = models.CharField(pgettext_lazy("of a text", "title"), max_length=LONGEST_TITLE)
    text = models.TextField(_("text"), max_length=LONGEST, blank=True)
    html = models.TextField(editable=False, blank=True)
    number = models.PositiveIntegerField(default=1, editable=False)  # of the version that is shown
    is_template = models.BooleanField(_("offer this page as a template"), default=False)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=clock.now, editable=False)
    changed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=clock.now, editable=False)
    keeper = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="pages_kept")
    review_on = models.DateField(_("look again on"), null=True, blank=True)
    once = models.UUIDField(null=True, editable=False, unique=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("space", "above", "place", name="page_in_its_tree"),
            models.Index("changed_at", "id", name="page_by_change"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("page", self.pk)

    @property
    def wants_review(self) -> bool:
        return self.review_on is not None and self.review_on <= clock.today()

    @property
    def contents(self) -> list[headings.Heading]:
        return headings.contents(self.html)

    @transaction.atomic
    def change(
        self, by: Person, title: str, text: str, *, seen: int, note: str = "", files: Change | None = None,
        **fields: object,
    ) -> None:  # fmt: skip
        """Another version. `seen` is the number of the one it was made from. Raises ChangedMeanwhile.

        Files aren't kept with versions; that others hang there is one, which says so.
        """
        page = Page.objects.select_for_update().get(pk=self.pk)
        if page.number != seen:
            raise ChangedMeanwhile
        is_other = (page.title, page.text) != (title, text)
        has_other_files = files is not None and rehang(files, page, by, page.space)
        if has_other_files and not is_other:
            is_other, note = True, note or str(_("Only files"))
        page.title, page.text, page.html = title, text, headings.rendered(text)
        for name, value in fields.items():
            setattr(page, name, value)
        if is_other:
            page.number, page.changed_by, page.changed_at = seen + 1, by, clock.now()
            page.versions.create(
                number=page.number, title=title, text=text, note=note, by=by, at=page.changed_at
            )
            Event.objects.record(by, Changed(page.pk, page.space_id, page.number), about=page)
        page.save()

    def restore(self, by: Person, version: Version) -> None:
        """An earlier version becomes the newest; those between stay."""
        note = _("Version %(number)d again") % {"number": version.number}
        self.change(by, version.title, version.text, seen=self.number, note=str(note))

    @transaction.atomic
    def move(self, by: Person, above: Page | None, after: Page | None = None) -> None:
        """Under another page (None: on top), behind `after` or as the first."""
        others = Page.objects.filter(space=self.space_id, above=above).exclude(pk=self.pk)
        beside = list(others.order_by("place", "pk"))
        at = next((place + 1 for place, one in enumerate(beside) if after and one.pk == after.pk), 0)
        self.above = above
        beside.insert(at, self)
        for place, one in enumerate(beside, 1):
            one.place = place
        Page.objects.bulk_update(beside, ["above", "place"])
        Event.objects.record(by, Moved(self.pk, self.space_id, above.pk if above else None), about=self)

    def can_be_under(self, above: Page | None) -> bool:
        """Not under itself, or under what lies under it."""
        if above is None:
            return True
        return above.space_id == self.space_id and above.pk not in tree.below(
            self, Page.objects.filter(space=self.space_id).only("pk", "above_id")
        )

    @transaction.atomic
    def withdraw(self, by: Person) -> None:
        if self.withdrawn_at:
            return
        self.withdrawn_at = clock.now()
        self.save(update_fields=["withdrawn_at"])
        Event.objects.record(by, Withdrawn(self.pk, self.space_id), about=self)

    @transaction.atomic
    def bring_back(self, by: Person) -> None:
        if not self.withdrawn_at:
            return
        self.withdrawn_at = None
        self.save(update_fields=["withdrawn_at"])
        Event.objects.record(by, Returned(self.pk, self.space_id), about=self)

    @transaction.atomic
    def confirm(self, by: Person, until: date) -> None:
        """Still right; look again on `until`."""
        self.review_on = until
        self.save(update_fields=["review_on"])
        Event.objects.record(by, Confirmed(self.pk, self.space_id), about=self)

    def watch(self, person: Person, is_watched: bool) -> None:
        if is_watched:
            Watch.objects.get_or_create(page=self, person=person)
        else:
            Watch.objects.filter(page=self, person=person).delete()


class Version(models.Model):
    page = models.ForeignKey(Page, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=LONGEST_TITLE)
    text = models.TextField(blank=True)
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("page", "number", name="version_of_a_page_once")]

    def __str__(self) -> str:
        return f"version {self.number} of page {self.page_id}"


class Watch(models.Model):
    """Somebody who wants to know when a page changes."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="watches")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("page", "person", name="watched_once")]

    def __str__(self) -> str:
        return f"{self.person_id} watches {self.page_id}"
