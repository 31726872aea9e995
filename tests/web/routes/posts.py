from tests.web.answers import NO_SUCH_METHOD, colleagues, members

EXPECTED = {
    "/": (200, 405),
    "/people/{handle}": (colleagues(200), NO_SUCH_METHOD),
    "/spaces/{open}": (colleagues(200), NO_SUCH_METHOD),
    "/spaces/{closed}": (members(200), NO_SUCH_METHOD),
    "/posts/": (NO_SUCH_METHOD, colleagues(422)),
    "/posts/{open_post}": (colleagues(200), NO_SUCH_METHOD),
    "/posts/{closed_post}": (members(200), NO_SUCH_METHOD),
    "/posts/{open_post}/answers": (NO_SUCH_METHOD, colleagues(422)),
    "/posts/{closed_post}/answers": (NO_SUCH_METHOD, members(422)),
    "/posts/{open_post}/reactions": (NO_SUCH_METHOD, colleagues(400)),
    "/posts/{closed_post}/reactions": (NO_SUCH_METHOD, members(400)),
    "/posts/{open_post}/reactions/withdrawal": (NO_SUCH_METHOD, colleagues(400)),
    "/posts/{closed_post}/reactions/withdrawal": (NO_SUCH_METHOD, members(400)),
    "/comments/{open_comment}/reactions": (NO_SUCH_METHOD, colleagues(400)),
    "/comments/{closed_comment}/reactions": (NO_SUCH_METHOD, members(400)),
    "/comments/{open_comment}/reactions/withdrawal": (NO_SUCH_METHOD, colleagues(400)),
    "/comments/{closed_comment}/reactions/withdrawal": (NO_SUCH_METHOD, members(400)),
}
