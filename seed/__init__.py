"""The demonstration: one invented waterworks of 120 people, told over two years. See docs/demo.md."""

from seed import truth
from seed.logins import LOGINS
from seed.organisation import organisation

__all__ = ["LOGINS", "organisation", "truth"]
