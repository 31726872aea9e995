from tests.web.answers import DONE, INSIDE, NO_SUCH_METHOD, WHO, colleagues


def inside_already(answer: int) -> dict[str, int]:
    """Who is logged in has no need of the door."""
    return dict.fromkeys(WHO, answer) | dict.fromkeys(INSIDE, DONE)


EXPECTED = {
    "/login": (inside_already(200), inside_already(422)),
    "/logout": (NO_SUCH_METHOD, colleagues(DONE)),
    "/invitation/{uidb64}/{token}": (200, 200),  # 200: says that it can't be used any more
    "/language": (405, DONE),
    "/people/": (colleagues(200), NO_SUCH_METHOD),
    "/people/{handle}/following": (
        NO_SUCH_METHOD,
        colleagues(DONE, member=403, space_administrator=DONE),  # the member is alice herself
    ),
    "/people/{handle}/following/end": (NO_SUCH_METHOD, colleagues(DONE)),
    "/following": (colleagues(200), NO_SUCH_METHOD),
}
