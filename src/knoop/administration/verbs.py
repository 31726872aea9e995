from dataclasses import dataclass

from knoop.events.verbs import verb


@verb("job.tried_again")
@dataclass(frozen=True)
class TriedAgain:
    job_id: int


@verb("job.put_away")
@dataclass(frozen=True)
class PutAway:
    job_id: int


@verb("job.brought_back", undoes="job.put_away")
@dataclass(frozen=True)
class BroughtBack:
    job_id: int
