"""The stories that are told word for word, by time and theme; seed.script says how they are written."""

from importlib import import_module

from seed.script import Play, plays

_MODULES = (
    "islands", "rumours", "one_hub", "friday_filter", "molenstraat", "director", "safety",
"planner_and_mechanic",
    "newcomers", "meters", "letters", "storm", "frikandel", "farewell", "last_summer", "newest",
"newest_more",
)  # fmt: skip


def all_plays() -> list[Play]:
    """Every play, by time."""
    scripts = [import_module(f"seed.stories.{name}").PLAYS for name in _MODULES]
    return sorted((play for script in scripts for play in plays(script)), key=lambda play: play.at)
