from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members

EXPECTED = {
    "/spaces/": (colleagues(200), colleagues(422, guest=403)),
    "/spaces/{open}/membership": (NO_SUCH_METHOD, colleagues(DONE)),
    "/spaces/{closed}/membership": (NO_SUCH_METHOD, members(403)),
    "/spaces/{open}/memberships": (NO_SUCH_METHOD, colleagues(403)),
    "/spaces/{closed}/memberships": (NO_SUCH_METHOD, members(403, space_administrator=422)),
    "/spaces/{open}/departure": (NO_SUCH_METHOD, colleagues(DONE)),
    "/spaces/{closed}/departure": (NO_SUCH_METHOD, members(DONE)),
}
