"""Counting what is left out, so that nothing disappears from an export unsaid."""

from collections import Counter

from knoop.archives.archive import Skipped

EXAMPLES = 3


class Tally:
    """What was skipped, by kind and reason, with the first few places it happened."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._examples: dict[tuple[str, str], list[str]] = {}

    def note(self, what: str, reason: str, where: str = "", times: int = 1) -> None:
        """Count what was left out `times` times; `where` is a place a person can look it up."""
        if not times:
            return
        self._counts[what, reason] += times
        examples = self._examples.setdefault((what, reason), [])
        if where and len(examples) < EXAMPLES:
            examples.append(where)

    def skipped(self) -> tuple[Skipped, ...]:
        """One line for each reason, by kind and then the most frequent first."""
        order = sorted(self._counts.items(), key=lambda entry: (entry[0][0], -entry[1], entry[0][1]))
        return tuple(
            Skipped(what=what, reason=reason, count=count, examples=tuple(self._examples[what, reason]))
            for (what, reason), count in order
        )
