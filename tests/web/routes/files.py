from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members

OF_THE_ADDER = colleagues(403, member=422)  # and of an administrator of the space
# In the order of answers.WHO; once it's withdrawn, it isn't there for who comes after.
WITHDRAWN = colleagues(404, outsider=403, member=DONE, space_administrator=404)

EXPECTED = {
    "/files/": (NO_SUCH_METHOD, colleagues(422)),
    "/spaces/{open}/files": (colleagues(200), colleagues(422)),
    "/spaces/{closed}/files": (members(200), members(422)),
    "/files/{open_file}": (colleagues(200), NO_SUCH_METHOD),
    "/files/{closed_file}": (members(200), NO_SUCH_METHOD),
    "/files/{open_file}/content": (colleagues(200), NO_SUCH_METHOD),
    "/files/{closed_file}/content": (members(200), NO_SUCH_METHOD),
    "/files/{open_file}/name": (NO_SUCH_METHOD, OF_THE_ADDER),
    "/files/{closed_file}/name": (NO_SUCH_METHOD, members(422)),
    "/files/{open_file}/description": (NO_SUCH_METHOD, colleagues(403, member=DONE)),
    "/files/{closed_file}/description": (NO_SUCH_METHOD, members(DONE)),
    "/files/{open_file}/space": (NO_SUCH_METHOD, OF_THE_ADDER),
    "/files/{closed_file}/space": (NO_SUCH_METHOD, members(422)),
    "/files/{open_file}/versions": (NO_SUCH_METHOD, colleagues(422)),
    "/files/{closed_file}/versions": (NO_SUCH_METHOD, members(422)),
    "/files/{open_file}/versions/{number}": (colleagues(200), NO_SUCH_METHOD),
    "/files/{closed_file}/versions/{number}": (members(200), NO_SUCH_METHOD),
    "/files/{open_file}/versions/{number}/{width}.webp": (colleagues(200), NO_SUCH_METHOD),
    "/files/{closed_file}/versions/{number}/{width}.webp": (members(200), NO_SUCH_METHOD),
    "/files/{open_file}/versions/{number}/restoration": (NO_SUCH_METHOD, colleagues(DONE)),
    "/files/{closed_file}/versions/{number}/restoration": (NO_SUCH_METHOD, members(DONE)),
    "/files/{open_file}/withdrawal": (colleagues(404), WITHDRAWN),
    "/files/{closed_file}/withdrawal": (colleagues(404), members(DONE, space_administrator=404)),
    "/files/{open_file}/return": (NO_SUCH_METHOD, colleagues(404)),
    "/files/{closed_file}/return": (NO_SUCH_METHOD, colleagues(404)),
}
