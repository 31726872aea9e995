"""The index: an entry for each thing that can be found, its words, and all words that occur at all."""

from __future__ import annotations

from django.db import models

from knoop.community.files.models import File
from knoop.community.spaces.models import Space
from knoop.people.models import Person


class Entry(models.Model):
    """Something that can be found. Its id follows its moment, so the newest come first without sorting."""

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=12)
    thing_id = models.BigIntegerField()
    # Without indexes and constraints: the words lead to the entry, never the other way round.
    space = models.ForeignKey(
        Space, models.DO_NOTHING, null=True, related_name="+", db_index=False, db_constraint=False
    )
    author = models.ForeignKey(
        Person, models.DO_NOTHING, null=True, related_name="+", db_index=False, db_constraint=False
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("kind", "thing_id", name="found_as_one_entry")]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}"


class Words(models.Model):
    """The words of an entry: a full-text table on SQLite, one with a vector on PostgreSQL (migration 1)."""

    entry = models.OneToOneField(
        Entry, models.DO_NOTHING, primary_key=True, db_column="rowid", related_name="+", db_constraint=False
    )
    title = models.TextField()
    words = models.TextField()
    forms = models.TextField()

    class Meta:
        managed = False
        db_table = "search_words"

    def __str__(self) -> str:
        return self.title


class Word(models.Model):
    """A word that occurs somewhere, or did: by itself it tells nobody anything; see docs/search.md."""

    text = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.text


class Ending(models.Model):
    """A word from one of its letters on, so that a part of it is a beginning of this."""

    word = models.ForeignKey(Word, models.CASCADE, related_name="+", db_index=False)
    text = models.CharField(max_length=60, db_index=True)

    def __str__(self) -> str:
        return self.text


class Blur(models.Model):
    """A word, or it without one of its letters, as a number: words that share one are nearly alike."""

    word = models.ForeignKey(Word, models.CASCADE, related_name="+", db_index=False)
    key = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.key)


class Extract(models.Model):
    """The text inside a file, read once for each version that is shown."""

    file = models.OneToOneField(File, models.CASCADE, primary_key=True, related_name="extract")
    digest = models.CharField(max_length=64)
    text = models.TextField()

    def __str__(self) -> str:
        return f"what {self.file_id} says"


class Reached(models.Model):
    """Up to which id the things of a kind were looked at; a rebuild begins again at nought."""

    kind = models.CharField(max_length=12, primary_key=True)
    thing_id = models.BigIntegerField(default=0)
    is_again = models.BooleanField(default=False)  # a rebuild that has not come to its end

    def __str__(self) -> str:
        return f"{self.kind} up to {self.thing_id}"
