from django.tasks import task

from knoop.jobs.schedule import daily
from knoop.search.indexing import catch_up


@daily(at="03:40")
@task(tries=3)
def keep_up() -> None:
    """Indexes what came without a sound: an import, or a kind of thing that an upgrade made findable."""
    catch_up()
