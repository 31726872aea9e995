from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members

EXPECTED = {
    "/events/": (colleagues(200), NO_SUCH_METHOD),
    "/events/address": (NO_SUCH_METHOD, colleagues(DONE)),
    "/events/{key}.ics": (404, 405),
    "/spaces/{open}/events": (colleagues(200), NO_SUCH_METHOD),
    "/spaces/{closed}/events": (members(200), NO_SUCH_METHOD),
    "/spaces/{open}/events/new": (colleagues(200), colleagues(422)),
    "/spaces/{closed}/events/new": (members(200), members(422)),
    "/events/{open_meeting}": (colleagues(200), NO_SUCH_METHOD),
    "/events/{closed_meeting}": (members(200), NO_SUCH_METHOD),
    "/events/{open_meeting}.ics": (colleagues(200), NO_SUCH_METHOD),
    "/events/{closed_meeting}.ics": (members(200), NO_SUCH_METHOD),
    "/events/{open_meeting}/change": (colleagues(403, member=200), colleagues(403, member=422)),
    "/events/{closed_meeting}/change": (members(200), members(422)),
    "/events/{open_meeting}/cancellation": (NO_SUCH_METHOD, colleagues(403, member=422)),
    "/events/{closed_meeting}/cancellation": (NO_SUCH_METHOD, members(422)),
    "/events/{open_meeting}/enrolment": (NO_SUCH_METHOD, colleagues(DONE)),
    "/events/{closed_meeting}/enrolment": (NO_SUCH_METHOD, members(DONE)),
    "/events/{open_meeting}/withdrawal": (NO_SUCH_METHOD, colleagues(DONE)),
    "/events/{closed_meeting}/withdrawal": (NO_SUCH_METHOD, members(DONE)),
}
