"""What a reader must know before believing the figures, as typed facts with a sentence each."""

from dataclasses import dataclass, field

SENTENCES = {
    "not_measured": "Not measured by this version: {what}.",
    "rules_unread": "Rules for stepping in that were not looked at, because these data don't show what they "
    "ask about: {rules}.",
    "to_self": "{count} interactions of people with themselves were left out.",
    "views": "{count} views were left out of the ties: seeing something is not turning to somebody.",
    "broadcasts": "{count} acts to more than {limit} people were left out: a broadcast makes no tie.",
    "few_active": "Only {active} people are active; with fewer than {needed} the figures of the whole "
    "say little.",
    "few_events": "Each active person received {mean} acts on average; with fewer than {needed} the figures "
    "of the whole are uncertain.",
    "few_events_person": "{count} of {people} people received fewer than {events} acts or from fewer than "
    "{senders} people: too few to say anything about them.",
    "no_times": "The interactions have no times, so nothing fades and a period can't be given.",
    "stage_of_returned": "Without times the stage is read from returned ties alone.",
    "stage_of_pairs": "Hardly any tie is returned, so the list is taken to name each pair once, and the "
    "stage is read from all pairs.",
    "no_units": "Nobody's unit is known, so mixing between units can't be measured, and nobody can be named "
    "as an informal leader.",
    "some_units": "The unit of {count} of {people} people is unknown; they are left out of the figures "
    "about units.",
    "many_units": "There are {count} units; above {limit} no table of what goes between them is made.",
    "small_for_stage": "A stage needs at least {needed} people; here are {people}.",
    "no_ties": "There are no ties, so most figures are undefined.",
    "nobody_named": "Nobody is named and speed isn't measured: for that the last 90 days must show {needed} "
    "active people who received {each} acts each on average.",
    "no_speed": "Without times the speed of information, fast sharers and ambassadors can't be measured.",
    "large_for_brokers": "Brokers aren't named above {limit} people: the redraws that must agree would take "
    "too long.",
    "large_for_sharers": "Fast sharers aren't named above {limit} people: shuffling moments and resampling "
    "days would take too long.",
    "large_for_key_players": "Key players aren't named above {limit} people, for the same reason; what the "
    "loss of three does is measured.",
    "sampled_speed": "Speed is estimated from {asked} people each way: a person's figure is typically off by "
    "{error} times the mean of all, so it tells people apart only where they differ by more than that, and "
    "leaders are ranked without it.",
    "estimated_closeness": "Closeness is estimated from sampled people; each value is within {error} with "
    "95 % certainty.",
    "estimated_betweenness": "Betweenness is estimated from sampled paths; each value is within {error} "
    "with 95 % certainty.",
}


@dataclass(frozen=True, kw_only=True)
class Caution:
    """`code` is a key of SENTENCES; `values` fill its gaps. Pages in other languages translate by code."""

    code: str
    values: dict[str, int | float | str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return SENTENCES[self.code].format(**self.values)
