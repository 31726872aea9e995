from tests.web.answers import NO_SUCH_METHOD, colleagues

EXPECTED = {
    "/menu": (colleagues(200), NO_SUCH_METHOD),
    "/manifest.webmanifest": (200, 405),
    "/sw.js": (200, 405),
    "/offline": (200, 405),
    "/healthz": (200, 405),
    "/style/{digest}.css": (200, 405),
}
