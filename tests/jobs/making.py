from knoop.base import clock
from knoop.jobs.models import Job


def failed_job(
    task: str = "knoop.search.tasks.index", words: str = "The disk is full.", **fields: object
) -> Job:
    """A job that was tried seven times."""
    now = clock.now()
    fault = {"at": now.isoformat(), "kind": "builtins.OSError", "words": words, "traceback": "line 1\nline 2"}
    return Job.objects.create(
        task="knoop.search.tasks.index",
        queue="default",
        args=[12],
        kwargs={},
        enqueued_at=now,
        due_at=now,
        attempts=7,
        faults=[fault] * 7,
        has_failed=True,
        finished_at=now,
    )
