"""Files, their versions, where they hang, and that they were taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.base.addresses import address
from knoop.base.naming import unguessable
from knoop.community.files import holders, kinds, naming, policy
from knoop.community.files.intake import DAY, Taken, must_be_of_one_kind, taken_in
from knoop.community.files.verbs import (
    Described,
    Moved,
    Renamed,
    Renewed,
    Returned,
    Shelved,
    Withdrawn,
)
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person

LOOSE_FOR = DAY
BACK_WITHIN = timedelta(days=30)  # how long what was withdrawn can be brought back
WIDTHS = (320, 1280)  # of previews


class FileQuerySet(models.QuerySet["File"]):
    def visible_to(self, person: Person) -> FileQuerySet:
        return self.filter(policy.visible(person))

    def loose_of(self, person: Person) -> FileQuerySet:
        """What somebody added and didn't put anywhere yet."""
        return self.filter(space=None, by=person, attachments=None, withdrawal=None).select_related("current")

    def placed(self) -> FileQuerySet:
        """In a space, or on something that isn't in one, such as a message; not loose."""
        hangs = Attachment.objects.filter(file=models.OuterRef("pk"))
        return self.filter(Q(space__isnull=False) | models.Exists(hangs))

    def of(self, space: Space) -> FileQuerySet:
        return self.filter(space=space)

    def named_like(self, words: str) -> FileQuerySet:
        found = self
        for word in naming.folded(words).split():
            found = found.filter(folded__contains=word)
        return found

    def for_list(self) -> FileQuerySet:
        """Files with all that a list shows. A field not loaded here raises."""
        return self.select_related("current__by__departure").fetch_mode(models.FETCH_RAISE)

    def by_name(self, after: File | None = None) -> FileQuerySet:
        page = self.order_by("folded", "pk")
        if after is None:
            return page
        return page.filter(folded__gte=after.folded).exclude(folded=after.folded, pk__lte=after.pk)

    def newest_first(self, after: File | None = None) -> FileQuerySet:
        page = self.order_by("-changed_at", "-pk")
        if after is None:
            return page
        return page.filter(changed_at__lte=after.changed_at).exclude(
            changed_at=after.changed_at, pk__gte=after.pk
        )

    def for_page(self) -> FileQuerySet:
        """A file with all that its page shows."""
        return self.select_related("space__archival", "by__departure", "current__by__departure")

    def add(self, by: Person, upload: UploadedFile, space: Space | None = None) -> File:
        """Keeps what was sent: on the shelf of `space`, or loose until it is attached. Raises Refused."""
        with taken_in(upload, by, Version.objects.added_today(by)) as taken, transaction.atomic():
            now = clock.now()
            file = self.create(
                name=taken.name,
                folded=naming.folded(taken.name),
                by=by,
                space=space,
                shelved_at=now if space else None,
                created_at=now,
                changed_at=now,
            )
            file._take(taken, by, 1)
            if space:
                Event.objects.record(by, Shelved(file.pk, space.pk), about=file)
        return file

    def to_sweep(self, now: datetime) -> FileQuerySet:
        """Loose for a day, or withdrawn so long ago that nobody can bring them back."""
        loose = Q(space=None, attachments=None, changed_at__lt=now - LOOSE_FOR)
        return self.filter(loose | Q(withdrawal__at__lt=now - BACK_WITHIN))


class File(models.Model):
    key = models.CharField(max_length=22, unique=True, default=unguessable, editable=False)  # in addresses
    name = models.CharField(_("name"), max_length=naming.LONGEST)
    folded = models.CharField(
        max_length=naming.LONGEST * 4, editable=False
    )  # the name, to look in and sort by
    alt = models.CharField(_("what it shows"), max_length=500, blank=True)  # for who can't see a picture
    space = models.ForeignKey(Space, models.PROTECT, null=True, related_name="files")
    shelved_at = models.DateTimeField(null=True)  # none: loose, or it hangs on something
    by = models.ForeignKey(Person, models.PROTECT, related_name="files")
    current = models.ForeignKey("Version", models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    changed_at = models.DateTimeField(default=clock.now)

    objects = FileQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("space", "folded", "id", name="file_by_name"),
            models.Index("space", "changed_at", "id", name="file_by_moment"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("file", self.key)

    @property
    def content_address(self) -> str:
        return address("file-content", self.key)

    @property
    def kind(self) -> kinds.Kind:
        return kinds.kind_of(self.name)

    @property
    def place_address(self) -> str:
        """Of the post or answer that it goes with, or of its space's files; nothing while it's loose."""
        hangs = self.attachments.first()
        if hangs is not None:
            return holders.address_of(hangs.kind, hangs.thing_id)
        return address("space-files", self.space.slug) if self.space else ""

    @property
    def is_picture(self) -> bool:
        return self.current.width is not None

    @property
    def thumbnail(self) -> str:
        """The address of a small picture of it; nothing where there is none."""
        return self.preview_address(WIDTHS[0])

    @property
    def preview(self) -> str:
        return self.preview_address(WIDTHS[1])

    def preview_address(self, width: int) -> str:
        version = self.current
        if not version.may_be_had:
            return ""
        if version.has_preview:
            return address("file-preview", self.key, version.number, width)
        return self.content_address if version.width else ""

    @transaction.atomic
    def _take(self, taken: Taken, by: Person, number: int) -> Version:
        version = Version.objects.create(
            file=self,
            number=number,
            by=by,
            stored_as=taken.stored_as,
            size=taken.size,
            media=taken.media,
            digest=taken.digest,
            width=taken.width,
            height=taken.height,
        )
        self._now_is(version)
        version.look_after()
        return version

    def _now_is(self, version: Version) -> None:
        self.current, self.changed_at = version, version.at
        self.save(update_fields=["current", "changed_at"])

    def renew(self, by: Person, upload: UploadedFile) -> Version:
        """Keeps what was sent as the version that is shown from now on. Raises Refused."""
        must_be_of_one_kind(self.name, upload.name or "")
        with taken_in(upload, by, Version.objects.added_today(by)) as taken, transaction.atomic():
            version = self._take(taken, by, self._next_number())
            Event.objects.record(by, Renewed(self.pk, version.number), about=self, at=version.at)
        return version

    @transaction.atomic
    def restore(self, by: Person, old: Version) -> Version:
        """Makes what an old version holds the newest one; the present one isn't lost."""
        version = Version(file=self, number=self._next_number(), by=by, **old.held())
        version.save()
        self._now_is(version)
        Event.objects.record(by, Renewed(self.pk, version.number, old.number), about=self, at=version.at)
        return version

    def _next_number(self) -> int:
        File.objects.select_for_update().filter(pk=self.pk).first()  # of two at once, one waits
        last = self.versions.aggregate(last=models.Max("number"))["last"]
        return (last or 0) + 1

    @transaction.atomic
    def rename(self, by: Person, name: str) -> None:
        if name != self.name:
            self.call(name)
            Event.objects.record(by, Renamed(self.pk), about=self)

    def call(self, name: str) -> None:
        self.name, self.folded = name, naming.folded(name)
        self.save(update_fields=["name", "folded"])

    @transaction.atomic
    def describe(self, by: Person, alt: str) -> None:
        if alt != self.alt:
            self.alt = alt
            self.save(update_fields=["alt"])
            Event.objects.record(by, Described(self.pk), about=self)

    @transaction.atomic
    def move(self, by: Person, to: Space) -> None:
        if to.pk != self.space_id:
            moved = Moved(self.pk, self.space_id, to.pk)
            self.space = to
            self.save(update_fields=["space"])
            Event.objects.record(by, moved, about=self)

    @transaction.atomic
    def withdraw(self, by: Person) -> Withdrawal:
        withdrawal, is_new = Withdrawal.objects.get_or_create(file=self, defaults={"by": by})
        if is_new:
            Event.objects.record(by, Withdrawn(self.pk), about=self)
        return withdrawal

    @transaction.atomic
    def bring_back(self, by: Person) -> None:
        gone, _per_model = Withdrawal.objects.filter(file=self).delete()
        if gone:
            Event.objects.record(by, Returned(self.pk), about=self)

    @transaction.atomic
    def shred(self) -> None:
        """Takes it away for good, with what is stored of it; the log keeps that it was there."""
        stored = self.take_apart()
        transaction.on_commit(lambda: _delete(stored))

    def take_apart(self) -> set[str]:
        """Deletes its rows. Returns what is stored of it, which is for whoever asks to delete."""
        stored = {name for version in self.versions.all() for name in version.all_stored()}
        File.objects.filter(pk=self.pk).update(current=None)
        self.delete()
        return stored


def _delete(stored: Iterable[str]) -> None:
    for name in stored:
        default_storage.delete(name)


class VersionQuerySet(models.QuerySet["Version"]):
    def added_today(self, person: Person) -> int:
        """How many bytes somebody added in the last day."""
        today = self.filter(by=person, at__gt=clock.now() - DAY)
        return today.aggregate(all=models.Sum("size"))["all"] or 0

    def for_history(self) -> VersionQuerySet:
        return self.select_related("by__departure").order_by("-number").fetch_mode(models.FETCH_RAISE)

    def unchecked(self) -> VersionQuerySet:
        return self.filter(checked_at=None).order_by("pk")


class Version(models.Model):
    file = models.ForeignKey(File, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    stored_as = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    media = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True)  # of a picture
    height = models.PositiveIntegerField(null=True)
    has_preview = models.BooleanField(default=False)
    checked_at = models.DateTimeField(null=True)  # when a scanner looked
    threat = models.CharField(max_length=200, blank=True)  # what it found

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("file", "number", name="version_once")]
        indexes = [models.Index("by", "at", name="version_by_adder")]

    def __str__(self) -> str:
        return f"{self.file_id}, version {self.number}"

    @property
    def may_be_had(self) -> bool:
        """Where a scanner is switched on, only what it found nothing in."""
        return not self.threat and not self.is_waiting

    @property
    def is_waiting(self) -> bool:
        return bool(settings.CLAMAV) and self.checked_at is None

    @property
    def is_tall(self) -> bool:
        """A picture that has to be bounded by its height where it is shown alone."""
        return bool(self.width and self.height and self.height > 520 and self.height > 0.8 * self.width)

    def preview_stored_as(self, width: int) -> str:
        return f"{self.stored_as}.{width}"

    def all_stored(self) -> list[str]:
        return [self.stored_as, *(self.preview_stored_as(width) for width in WIDTHS)]

    def held(self) -> dict[str, object]:
        """What it is, apart from whose and when."""
        fields = ("stored_as", "size", "media", "digest", "width", "height", "has_preview")
        return {name: getattr(self, name) for name in (*fields, "checked_at", "threat")}

    def look_after(self) -> None:
        """Has it checked and previews made, once it is there."""
        from knoop.community.files import tasks

        if settings.CLAMAV:
            tasks.check.enqueue(self.pk)
        else:
            tasks.make_previews.enqueue(self.pk)


class WithdrawalQuerySet(models.QuerySet["Withdrawal"]):
    def visible_to(self, person: Person) -> WithdrawalQuerySet:
        return self.filter(policy.visible_withdrawals(person))


class Withdrawal(models.Model):
    file = models.OneToOneField(File, models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = WithdrawalQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.file_id} withdrawn"

    @property
    def until(self) -> datetime:
        """How long it can be brought back."""
        return self.at + BACK_WITHIN


class Attachment(models.Model):
    """Where a file hangs: on a thing of some room, which says who sees it (see holders.py)."""

    file = models.ForeignKey(File, models.CASCADE, related_name="attachments")
    kind = models.CharField(max_length=20)
    thing_id = models.BigIntegerField()
    place = models.PositiveSmallIntegerField()  # in the order that its writer chose

    class Meta:
        constraints = [models.UniqueConstraint("file", name="hangs_in_one_place")]
        indexes = [models.Index("kind", "thing_id", "place", name="attachments_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.file_id} on {self.kind} {self.thing_id}"
