from tests.web.answers import NO_SUCH_METHOD, colleagues

EXPECTED = {
    "/network/": (colleagues(403, leader=200, community_manager=200, council=200), NO_SUCH_METHOD),
}
