from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members

STAYS_OUT = 403  # a guest, who has no desk and no studio
EXPECTED = {
    "/studio/": (colleagues(200, guest=STAYS_OUT), colleagues(422, guest=STAYS_OUT)),
    "/studio/{word}": (colleagues(404, guest=STAYS_OUT), NO_SUCH_METHOD),
    "/studio/stories/{closed_story}": (
        members(200, space_administrator=404),
        members(DONE, space_administrator=404),
    ),
    "/studio/stories/{closed_story}/discard": (NO_SUCH_METHOD, members(DONE, space_administrator=404)),
    "/calls/{open_call}/sign-up": (NO_SUCH_METHOD, colleagues(DONE, member=403, space_administrator=DONE)),
    "/calls/{closed_call}/sign-up": (NO_SUCH_METHOD, members(403, space_administrator=DONE)),
    "/calls/{open_call}/sign-up/end": (NO_SUCH_METHOD, colleagues(DONE)),
    "/calls/{closed_call}/sign-up/end": (NO_SUCH_METHOD, members(DONE)),
    "/drafts/{closed_draft}/handover": (NO_SUCH_METHOD, members(422, space_administrator=404)),
    "/handovers/{closed_handover}/declining": (
        NO_SUCH_METHOD,
        members(403, space_administrator=404, leader=DONE),
    ),
    "/handovers/{closed_handover}/return": (
        NO_SUCH_METHOD,
        members(DONE, space_administrator=404, leader=403),
    ),
}
