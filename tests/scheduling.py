"""Which tests run in one process: those that share a server and browser, a Spark, or fixtures of a module."""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/browser/", "tests/distributed/")
# One by one: few, and each takes long.
APART = ("tests/web/test_permissions.py",)


def begins_early(nodeid: str) -> bool:
    """What takes long comes first, so that at the end no process waits for another."""
    return nodeid.startswith((*TOGETHER, *APART))


class Grouped(LoadScopeScheduling):
    """Module by module, but for folders that belong together and modules that don't."""

    def _split_scope(self, nodeid: str) -> str:
        for folder in TOGETHER:
            if nodeid.startswith(folder):
                return folder
        return nodeid if nodeid.startswith(APART) else nodeid.partition("::")[0]
