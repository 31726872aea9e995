from tests.web.answers import NO_SUCH_METHOD, colleagues

EXPECTED = {
    "/live/marks": (colleagues(200, guest=200), NO_SUCH_METHOD),
    "/devices": (NO_SUCH_METHOD, colleagues(422, guest=422)),
    "/devices/{pk}/removal": (NO_SUCH_METHOD, colleagues(404)),
    "/devices/{pk}/trial": (NO_SUCH_METHOD, colleagues(404)),
}
