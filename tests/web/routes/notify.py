from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members

EXPECTED = {
    "/notices/": (colleagues(200), NO_SUCH_METHOD),
    "/notices/{pk}": (colleagues(404), NO_SUCH_METHOD),
    "/notices/{pk}/mutes": (NO_SUCH_METHOD, colleagues(404)),
    "/notices/mutes/{pk}/withdrawal": (NO_SUCH_METHOD, colleagues(404)),
    "/notices/reading": (NO_SUCH_METHOD, colleagues(DONE)),
    "/notices/reading/withdrawal": (NO_SUCH_METHOD, colleagues(DONE)),
    "/notices/settings": (colleagues(200), colleagues(422)),
    "/notices/spaces/{open}": (NO_SUCH_METHOD, colleagues(DONE)),
    "/notices/spaces/{closed}": (NO_SUCH_METHOD, members(DONE)),
    "/notices/spaces/{open}/quiet": (NO_SUCH_METHOD, colleagues(DONE)),
    "/notices/spaces/{closed}/quiet": (NO_SUCH_METHOD, members(DONE)),
    "/notices/mail": (colleagues(200), colleagues(422)),
    "/notices/mail/first": (NO_SUCH_METHOD, colleagues(DONE)),
    "/notices/mail/hearing": (colleagues(404), NO_SUCH_METHOD),
    # Whoever holds the signed word is let in, without a log-in; this is none.
    "/mail/stop/{word}": (404, 404),
    "/administration/mail/": (colleagues(403, administrator=200), NO_SUCH_METHOD),
    "/administration/mail/{pk}/retrial": (NO_SUCH_METHOD, colleagues(403, administrator=404)),
}
