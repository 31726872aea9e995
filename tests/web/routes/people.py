from tests.web.answers import DONE, INSIDE, NO_SUCH_METHOD, WHO, colleagues


def inside_already(answer: int) -> dict[str, int]:
    """Who is logged in has no need of the door."""
    return dict.fromkeys(WHO, answer) | dict.fromkeys(INSIDE, DONE)


def managers(answer: int) -> dict[str, int | str]:
    """For who hands out codes; others are told that it isn't for them."""
    return colleagues(403, guest=403, community_manager=answer, administrator=answer)


def administrators(answer: int) -> dict[str, int | str]:
    return colleagues(403, guest=403, administrator=answer)


ACT = (NO_SUCH_METHOD, administrators(DONE))
EXPECTED = {
    "/login": (inside_already(200), inside_already(422)),
    "/logout": (NO_SUCH_METHOD, colleagues(DONE)),
    "/invitation/{uidb64}/{token}": (200, 200),  # 200: says that it can't be used any more
    "/language": (405, DONE),
    "/people/": (colleagues(200), NO_SUCH_METHOD),
    "/welcome": (colleagues(200), NO_SUCH_METHOD),
    "/welcome/onwards": (NO_SUCH_METHOD, colleagues(DONE)),
    "/you/profile": (colleagues(200), colleagues(422)),
    "/you/photo": (NO_SUCH_METHOD, colleagues(422)),
    "/you/photo/removal": (NO_SUCH_METHOD, colleagues(DONE)),
    # The member's photo: whoever may see the person may see it.
    "/photos/{whose}/{photo}/{size}": (colleagues(200, guest=404), NO_SUCH_METHOD),
    "/you/settings": (colleagues(200), colleagues(DONE)),
    "/you/password": (NO_SUCH_METHOD, colleagues(422)),
    "/you/log-outs": (NO_SUCH_METHOD, colleagues(DONE)),
    "/who-can-help": (colleagues(200), NO_SUCH_METHOD),
    "/organisation/": (colleagues(200, guest=403), NO_SUCH_METHOD),
    "/organisation/lines": (colleagues(200, guest=403), NO_SUCH_METHOD),
    "/organisation/lines/{handle}": (colleagues(200, guest=403), NO_SUCH_METHOD),
    "/units/{unit}": (colleagues(200, guest=404), NO_SUCH_METHOD),
    "/units/{unit}/below": (colleagues(200, guest=404), NO_SUCH_METHOD),
    "/join": (inside_already(200), inside_already(422)),
    "/join/{code}": (inside_already(404), inside_already(404)),  # 404: it can't be used any more
    "/administration/codes/": (managers(200), managers(422)),
    "/administration/codes/{code}": (managers(200), NO_SUCH_METHOD),
    "/administration/codes/{code}/revocation": (NO_SUCH_METHOD, managers(DONE)),
    "/people/{handle}/following": (
        NO_SUCH_METHOD,
        colleagues(DONE, member=403, space_administrator=DONE),  # the member is alice herself
    ),
    "/people/{handle}/following/end": (NO_SUCH_METHOD, colleagues(DONE)),
    "/following": (colleagues(200), NO_SUCH_METHOD),
    "/you/data": (colleagues(200), NO_SUCH_METHOD),
    "/you/data/exports": (NO_SUCH_METHOD, colleagues(DONE)),
    # The member's: no role opens it.
    "/you/data/exports/{export}": (
        colleagues(404, guest=404, member=200, space_administrator=404),
        NO_SUCH_METHOD,
    ),
    "/you/data/erasure": (colleagues(200), colleagues(422)),
    "/you/data/erasure/end": (NO_SUCH_METHOD, colleagues(DONE)),
    "/administration/people/": (administrators(200), NO_SUCH_METHOD),
    "/administration/people/{handle}": (administrators(200), NO_SUCH_METHOD),
    "/administration/people/{handle}/details": (NO_SUCH_METHOD, administrators(422)),
    "/administration/people/{handle}/roles": ACT,
    "/administration/people/{handle}/invitation": ACT,
    "/administration/people/{handle}/lock": ACT,
    "/administration/people/{handle}/lock/end": ACT,
    "/administration/people/{handle}/log-outs": ACT,
    "/administration/people/{handle}/departure": ACT,
    "/administration/people/{handle}/departure/end": ACT,
    "/administration/people/{handle}/erasure": (NO_SUCH_METHOD, administrators(422)),
    "/administration/people/{handle}/erasure/end": ACT,
    "/administration/invitation": (administrators(200), administrators(422)),
    "/administration/lists/": (administrators(200), administrators(422)),
    "/administration/lists/{batch}": (administrators(200), NO_SUCH_METHOD),
    "/administration/lists/{batch}/begin": ACT,
    "/administration/lists/{batch}/links": (NO_SUCH_METHOD, administrators(200)),
    "/administration/fields/": (administrators(200), administrators(422)),
    "/administration/fields/{field}": (administrators(200), administrators(422)),
    "/administration/fields/{field}/place": ACT,
    "/administration/fields/{field}/retirement": ACT,
    "/administration/fields/{field}/retirement/end": ACT,
}
