from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members

STAYS_OUT = 403  # a guest, who has no desk and no studio
LEADERS_ONLY = colleagues(403, guest=403, leader=200)
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
        members(DONE, space_administrator=404, leader=404),  # taken back already
    ),
    "/people/{handle}/ledger": (colleagues(404, guest=404), NO_SUCH_METHOD),
    "/people/{open_leader}/ledger": (colleagues(200, guest=404), NO_SUCH_METHOD),
    "/people/{open_leader}/questions": (NO_SUCH_METHOD, colleagues(422, guest=404, leader=403)),
    "/people/{open_leader}/bookings": (NO_SUCH_METHOD, colleagues(422, guest=404, leader=403)),
    "/leader-questions/{open_asked}/answer": (
        NO_SUCH_METHOD,
        colleagues(403, guest=404, leader=422),
    ),
    "/leader-questions/{open_asked}/withdrawal": (
        NO_SUCH_METHOD,
        colleagues(404, guest=404, outsider=403, member=DONE, space_administrator=404),  # gone since
    ),
    "/bookings/{closed_booking}/end": (
        NO_SUCH_METHOD,
        members(DONE, space_administrator=404, leader=404),  # cancelled already
    ),
    "/desk/": (LEADERS_ONLY, NO_SUCH_METHOD),
    "/desk/page": (LEADERS_ONLY, colleagues(403, guest=403, leader=DONE)),
    "/desk/office-hours": (NO_SUCH_METHOD, colleagues(403, guest=403, leader=422)),
    "/desk/office-hours/{open_hour}/removal": (NO_SUCH_METHOD, colleagues(403, guest=403, leader=DONE)),
    "/desk/signals/{pk}/{noun}": (NO_SUCH_METHOD, colleagues(403, guest=403, leader=404)),
    "/desk/answers/{open_post}": (NO_SUCH_METHOD, colleagues(403, leader=DONE)),
    "/desk/answers/{closed_post}": (NO_SUCH_METHOD, members(403)),
    "/desk/thanks/{pk}": (NO_SUCH_METHOD, colleagues(403, guest=403, leader=404)),
    "/desk/aside": (NO_SUCH_METHOD, colleagues(403, guest=403, leader=DONE)),
}
