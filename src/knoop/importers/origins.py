"""Which things of an archive are here already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.crypto import salted_hmac

from knoop.importers.models import Origin


def erased_key(archive: str, key: str) -> str:
    """What stands in place of the key of somebody who was erased: known again, but not read from it."""
    return "erased:" + salted_hmac("knoop.origin", f"{archive}\n{key}", algorithm="sha256").hexdigest()


class Origins:
    """Remembers what each key of one archive became. Units, people and spaces are few and kept in memory."""

    def __init__(self, archive: str) -> None:
        self.archive = archive
        self._few: dict[str, dict[str, int]] = {}

    def of(self, kind: str) -> dict[str, int]:
        if kind not in self._few:
            self._few[kind] = dict(self._rows(kind).values_list("key", "pk_here"))
        return self._few[kind]

    def erased(self, keys: Iterable[str]) -> dict[str, int]:
        """Those of `keys` that are of people who were erased here, with the row that is left of each."""
        marks = {mark: pk for mark, pk in self.of(Origin.Kind.PERSON).items() if mark.startswith("erased:")}
        found = {key: marks.get(erased_key(self.archive, key)) for key in keys} if marks else {}
        return {key: pk for key, pk in found.items() if pk is not None}

    def among(self, kind: str, keys: Iterable[str]) -> dict[str, int]:
        return dict(self._rows(kind).filter(key__in=list(keys)).values_list("key", "pk_here"))

    def messages(self, keys: Iterable[str]) -> set[str]:
        """Those of `keys` that are here as a post or a comment."""
        keys = set(keys)
        return {*self.among(Origin.Kind.POST, keys), *self.among(Origin.Kind.COMMENT, keys)}

    def keep(self, kind: str, pks: Mapping[str, int]) -> None:
        Origin.objects.bulk_create(
            Origin(archive=self.archive, kind=kind, key=key, pk_here=pk) for key, pk in pks.items()
        )

    def _rows(self, kind: str):  # type: ignore[no-untyped-def]
        return Origin.objects.filter(archive=self.archive, kind=kind)


class NothingKnown(Origins):
    """As if nothing of the archive was ever brought: asks no database."""

    def of(self, _kind: str) -> dict[str, int]:
        return {}

    def erased(self, _keys: Iterable[str]) -> dict[str, int]:
        return {}

    def among(self, _kind: str, _keys: Iterable[str]) -> dict[str, int]:
        return {}
