"""Where imported things came from, so that a second reading of the same export adds nothing."""

from django.db import models

from knoop.base import clock


class Origin(models.Model):
    """One thing of an archive and the row it became."""

    class Kind(models.TextChoices):
        UNIT = "unit"
        PERSON = "person"
        SPACE = "space"
        POST = "post"
        COMMENT = "comment"

    archive = models.CharField(max_length=120)  # platform and key of the source
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=200)  # as the archive names it
    pk_here = models.BigIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("archive", "kind", "key", name="imported_once")]
        indexes = [models.Index("kind", "pk_here", name="origin_of_thing")]

    def __str__(self) -> str:
        return f"{self.archive} {self.kind} {self.key}"
