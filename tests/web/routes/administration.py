from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues

ACT = (NO_SUCH_METHOD, colleagues(403, administrator=DONE))
EXPECTED = {
    "/administration/jobs/": (colleagues(403, administrator=200), NO_SUCH_METHOD),
    "/administration/jobs/{job}/retrial": ACT,
    "/administration/jobs/{job}/storage": ACT,
    "/administration/jobs/{job}/return": ACT,
}
