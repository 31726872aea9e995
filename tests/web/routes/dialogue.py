"""{open_round} is asked of all colleagues by a leader, {closed_round} of a closed space by a member of it."""

from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members

LEADS = colleagues(403, leader=200)
BEGINS = colleagues(403, leader=422)

EXPECTED = {
    "/dialogue/": (colleagues(200), NO_SUCH_METHOD),
    "/dialogue/rounds/new": (LEADS, BEGINS),
    "/dialogue/sessions/new": (LEADS, BEGINS),
    "/dialogue/challenges/new": (LEADS, BEGINS),
    "/dialogue/{open_challenge}/ideas": (NO_SUCH_METHOD, colleagues(422, leader=403)),
    "/dialogue/{closed_challenge}/ideas": (NO_SUCH_METHOD, members(403, space_administrator=422)),
    "/dialogue/ideas/{open_idea}": (colleagues(200), NO_SUCH_METHOD),
    "/dialogue/ideas/{closed_idea}": (members(200), NO_SUCH_METHOD),
    "/dialogue/ideas/{open_idea}/support": (NO_SUCH_METHOD, colleagues(DONE, leader=403)),
    "/dialogue/ideas/{closed_idea}/support": (NO_SUCH_METHOD, members(403, space_administrator=DONE)),
    "/dialogue/ideas/{open_idea}/support/end": (NO_SUCH_METHOD, colleagues(DONE)),
    "/dialogue/ideas/{closed_idea}/support/end": (NO_SUCH_METHOD, members(DONE)),
    "/dialogue/ideas/{open_idea}/joining": (NO_SUCH_METHOD, colleagues(DONE, leader=403)),
    "/dialogue/ideas/{closed_idea}/joining": (NO_SUCH_METHOD, members(403, space_administrator=DONE)),
    "/dialogue/ideas/{open_idea}/joining/end": (NO_SUCH_METHOD, colleagues(DONE)),
    "/dialogue/ideas/{closed_idea}/joining/end": (NO_SUCH_METHOD, members(DONE)),
    "/dialogue/ideas/{open_idea}/remarks": (NO_SUCH_METHOD, colleagues(422)),
    "/dialogue/ideas/{closed_idea}/remarks": (NO_SUCH_METHOD, members(422)),
    # Nothing is decided while ideas can still be given.
    "/dialogue/ideas/{open_idea}/decision": (NO_SUCH_METHOD, colleagues(403)),
    "/dialogue/ideas/{closed_idea}/decision": (NO_SUCH_METHOD, members(403)),
    "/dialogue/days/": (colleagues(200, guest=403), NO_SUCH_METHOD),
    # For whoever works in a unit; of these people only the member does.
    "/dialogue/days/new": (
        colleagues(403, member=200, space_administrator=403),
        colleagues(403, member=422, space_administrator=403),
    ),
    "/dialogue/days/{open_day}": (colleagues(200, guest=404), NO_SUCH_METHOD),
    "/dialogue/days/{open_day}/enrolment": (NO_SUCH_METHOD, colleagues(403, guest=404, leader=DONE)),
    "/dialogue/days/{open_day}/enrolment/end": (NO_SUCH_METHOD, colleagues(DONE, guest=404)),
    "/dialogue/days/{open_day}/account": (NO_SUCH_METHOD, colleagues(403, guest=404)),
    "/dialogue/days/{open_day}/remarks": (NO_SUCH_METHOD, colleagues(403, guest=404)),
    "/dialogue/{open_round}": (colleagues(200), NO_SUCH_METHOD),
    "/dialogue/{closed_round}": (members(200), NO_SUCH_METHOD),
    "/dialogue/{open_round}/participation": (NO_SUCH_METHOD, colleagues(422, leader=403)),
    "/dialogue/{closed_round}/participation": (
        NO_SUCH_METHOD,
        members(403, space_administrator=422),
    ),
    # Only who asked answers, and only once it has closed.
    "/dialogue/{open_round}/answer": (NO_SUCH_METHOD, colleagues(403)),
    "/dialogue/{closed_round}/answer": (NO_SUCH_METHOD, members(403)),
    "/dialogue/{open_session}/questions": (NO_SUCH_METHOD, colleagues(422, leader=403)),
    "/dialogue/{closed_session}/questions": (NO_SUCH_METHOD, members(403, space_administrator=422)),
    "/dialogue/questions/{open_question}/vote": (NO_SUCH_METHOD, colleagues(DONE, leader=403)),
    "/dialogue/questions/{closed_question}/vote": (
        NO_SUCH_METHOD,
        members(403, space_administrator=DONE),
    ),
    "/dialogue/questions/{open_question}/vote/end": (NO_SUCH_METHOD, colleagues(DONE)),
    "/dialogue/questions/{closed_question}/vote/end": (NO_SUCH_METHOD, members(DONE)),
    "/dialogue/questions/{open_question}/turn": (NO_SUCH_METHOD, colleagues(403, leader=DONE)),
    "/dialogue/questions/{closed_question}/turn": (
        NO_SUCH_METHOD,
        members(DONE, space_administrator=403),
    ),
    "/dialogue/questions/{open_question}/answer": (LEADS, BEGINS),
    "/dialogue/questions/{closed_question}/answer": (
        members(200, space_administrator=403),
        members(422, space_administrator=403),
    ),
}
