"""Which things of an archive are here already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from knoop.importers.models import Origin


class Origins:
    """Remembers what each key of one archive became. Units, people and spaces are few and kept in memory."""

    def __init__(self, archive: str) -> None:
        self.archive = archive
        self._few: dict[str, dict[str, int]] = {}

    def of(self, kind: str) -> dict[str, int]:
        if kind not in self._few:
            self._few[kind] = dict(self._rows(kind).values_list("key", "pk_here"))
        return self._few[kind]

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

    def among(self, _kind: str, _keys: Iterable[str]) -> dict[str, int]:
        return {}
