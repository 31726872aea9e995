from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members


def between(answer: int) -> dict[str, int]:
    """For one of the two; no role opens what people say to each other."""
    return members(answer, space_administrator=404)


EXPECTED = {
    "/messages/": (colleagues(200), NO_SUCH_METHOD),
    "/messages/new": (colleagues(200), colleagues(422)),
    "/messages/{closed_talk}": (between(200), NO_SUCH_METHOD),
    "/messages/{closed_talk}/messages": (NO_SUCH_METHOD, between(422)),
    "/messages/{closed_talk}/people": (NO_SUCH_METHOD, between(403)),
    "/messages/{closed_talk}/departure": (NO_SUCH_METHOD, between(403)),
    "/messages/{closed_talk}/name": (NO_SUCH_METHOD, between(403)),
    "/messages/{closed_talk}/mute": (NO_SUCH_METHOD, between(DONE)),
    "/messages/said/{closed_said}/withdrawal": (NO_SUCH_METHOD, between(DONE)),
}
