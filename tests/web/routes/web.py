from tests.web.answers import NO_SUCH_METHOD, colleagues

EXPECTED = {
    "/menu": (colleagues(200), NO_SUCH_METHOD),
    "/healthz": (200, 405),
    "/style/{digest}.css": (200, 405),
}
