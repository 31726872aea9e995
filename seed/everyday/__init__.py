"""Patterns of everyday talk, one module a unit and one for the shared spaces; see seed.script."""

from importlib import import_module

from seed.script import Situation, situations

_MODULES = (
    "bestuur", "productie", "leidingnet", "lab", "klant", "planning", "projecten", "digitaal", "bedrijf",
  "together",
    "english",
)  # fmt: skip


def all_situations() -> list[Situation]:
    scripts = [import_module(f"seed.everyday.{name}").SITUATIONS for name in _MODULES]
    return [situation for script in scripts for situation in situations(script)]
