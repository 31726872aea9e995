"""What each address answers to whom, a file for each room: address -> (GET, POST).

Parts in braces are those of the fixture `parts` in tests/web/test_permissions.py; {open} and {closed} are
spaces, and so are things that begin with them.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.web.answers import Answers

EXPECTED: dict[str, tuple[Answers, Answers]] = {}
for room in iter_modules(__path__):
    table = import_module(f"{__name__}.{room.name}").EXPECTED
    assert not EXPECTED.keys() & table.keys()
    EXPECTED |= table
