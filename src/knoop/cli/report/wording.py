"""All words of the summary and the report, one file per language."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Self

from knoop.network import Caution

LANGUAGES = ("en", "nl")


@dataclass(frozen=True)
class Wording:
    """Sentences by dotted key, with numbers written as the language does."""

    language: str
    sentences: dict[str, object]

    @classmethod
    def in_language(cls, language: str) -> Self:
        text = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
        return cls(language, tomllib.loads(text))

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of a key with its gaps filled. KeyError when the language lacks it."""
        found: object = self.sentences
        for part in key.split("."):
            if not isinstance(found, dict):
                raise KeyError(key)
            found = found[part]
        return str(found).format(**{name: self._written(value) for name, value in values.items()})

    def caution(self, caution: Caution) -> str:
        """A caution of the analysis in this language."""
        values = dict(caution.values)
        if caution.code == "rules_unread":
            codes = str(values["rules"]).split(", ")
            values["rules"] = "; ".join(self(f"rule.{code}").lower() for code in codes)
        return self(f"caution.{caution.code}", **values)

    def figure(self, value: float | None, *, digits: int = 2) -> str:
        """A figure to read: `–` where it is undefined."""
        if value is None:
            return "–"
        text = f"{value:,.{digits}f}" if isinstance(value, float) else f"{value:,}"
        if text.startswith("-"):
            text = text.replace("-", "−") if any(digit in text for digit in "123456789") else text[1:]
        return text.translate(str.maketrans(",.", ".,")) if self.language == "nl" else text

    def percent(self, share: float | None) -> str:
        """Of every hundred; neither none nor all unless it is."""
        if share is None:
            return "–"
        return f"{share * 100:.0f}" if share in (0, 1) else f"{min(99, max(1, round(share * 100)))}"

    def _written(self, value: object) -> str:
        if isinstance(value, float):
            return self.figure(value, digits=3 if abs(value) < 0.01 else 1 if value > 1 else 2)
        return self.figure(value) if isinstance(value, int) else str(value)
