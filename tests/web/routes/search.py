from tests.web.answers import NO_SUCH_METHOD, colleagues

EXPECTED = {
    "/search": (colleagues(200), NO_SUCH_METHOD),
}
