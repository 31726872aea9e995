from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members


def keepers(answer: int, **others: int) -> dict[str, int | str]:
    """For who looks after the open space: its administrators and community managers."""
    return colleagues(403, **{"space_administrator": answer, "community_manager": answer} | others)


def closed_keeper(answer: int) -> dict[str, int | str]:
    """For an administrator of the closed space; a member may not."""
    return members(403, space_administrator=answer)


def overseers(answer: int) -> dict[str, int | str]:
    return colleagues(403, community_manager=answer, administrator=answer)


NOT_ASKED = (NO_SUCH_METHOD, colleagues(404))  # nobody here has an invitation

EXPECTED = {
    "/spaces/": (colleagues(200), colleagues(422, guest=403)),
    "/spaces/new/": (colleagues(200, guest=403), NO_SUCH_METHOD),
    "/spaces/{open}/about": (colleagues(200), NO_SUCH_METHOD),
    "/spaces/{closed}/about": (members(200), NO_SUCH_METHOD),
    "/spaces/{open}/members": (colleagues(200), NO_SUCH_METHOD),
    "/spaces/{closed}/members": (members(200), NO_SUCH_METHOD),
    "/spaces/{open}/membership": (NO_SUCH_METHOD, colleagues(DONE)),
    "/spaces/{closed}/membership": (NO_SUCH_METHOD, members(403)),
    "/spaces/{open}/memberships": (NO_SUCH_METHOD, keepers(422)),
    "/spaces/{closed}/memberships": (NO_SUCH_METHOD, members(422)),
    "/spaces/{open}/guests": (NO_SUCH_METHOD, colleagues(403)),  # takes none
    "/spaces/{closed}/guests": (NO_SUCH_METHOD, members(403)),
    "/spaces/{open}/departure": (NO_SUCH_METHOD, colleagues(DONE)),
    "/spaces/{closed}/departure": (NO_SUCH_METHOD, members(DONE, space_administrator=403)),
    "/spaces/{open}/mute": (NO_SUCH_METHOD, colleagues(403, member=DONE)),
    "/spaces/{closed}/mute": (NO_SUCH_METHOD, members(DONE)),
    "/spaces/{open}/mute/withdrawal": (NO_SUCH_METHOD, colleagues(403, member=DONE)),
    "/spaces/{closed}/mute/withdrawal": (NO_SUCH_METHOD, members(DONE)),
    "/spaces/{open}/requests": (NO_SUCH_METHOD, colleagues(403)),
    "/spaces/{closed}/requests": (NO_SUCH_METHOD, members(403)),
    "/spaces/{open}/requests/withdrawal": (NO_SUCH_METHOD, colleagues(DONE)),
    "/spaces/{closed}/requests/withdrawal": (NO_SUCH_METHOD, members(DONE)),
    "/spaces/{open}/requests/sight": (NO_SUCH_METHOD, colleagues(DONE)),
    "/spaces/{closed}/requests/sight": (NO_SUCH_METHOD, members(DONE)),
    "/spaces/{closed}/invitation/acceptance": NOT_ASKED,
    "/spaces/{closed}/invitation/refusal": NOT_ASKED,
    "/spaces/{open}/members/{handle}/role": (NO_SUCH_METHOD, colleagues(403)),  # 403: no role was named
    "/spaces/{closed}/members/{handle}/role": (NO_SUCH_METHOD, members(403)),
    # Taken out by the first, not there for the next.
    "/spaces/{open}/members/{handle}/removal": (NO_SUCH_METHOD, keepers(DONE, community_manager=404)),
    "/spaces/{closed}/members/{handle}/removal": (NO_SUCH_METHOD, closed_keeper(DONE)),
    "/spaces/{open}/requests/{open_request}/acceptance": (NO_SUCH_METHOD, keepers(DONE)),
    "/spaces/{closed}/requests/{closed_request}/acceptance": (NO_SUCH_METHOD, closed_keeper(DONE)),
    "/spaces/{open}/requests/{open_request}/refusal": (NO_SUCH_METHOD, keepers(DONE)),
    "/spaces/{closed}/requests/{closed_request}/refusal": (NO_SUCH_METHOD, closed_keeper(DONE)),
    "/spaces/{open}/invitations/{open_invitation}/withdrawal": (
        NO_SUCH_METHOD,
        keepers(DONE, community_manager=404),
    ),
    "/spaces/{closed}/invitations/{closed_invitation}/withdrawal": (NO_SUCH_METHOD, closed_keeper(DONE)),
    "/spaces/{open}/settings": (keepers(200), keepers(422)),
    "/spaces/{closed}/settings": (closed_keeper(200), closed_keeper(422)),
    "/spaces/{open}/archival": (NO_SUCH_METHOD, keepers(DONE)),
    "/spaces/{closed}/archival": (NO_SUCH_METHOD, closed_keeper(DONE)),
    "/spaces/{open}/archival/withdrawal": (NO_SUCH_METHOD, keepers(DONE)),
    "/spaces/{closed}/archival/withdrawal": (NO_SUCH_METHOD, closed_keeper(DONE)),
    "/administration/spaces/": (overseers(200), NO_SUCH_METHOD),
    "/administration/spaces/units": (NO_SUCH_METHOD, overseers(DONE)),
    "/administration/spaces/{space}/takeover": (NO_SUCH_METHOD, colleagues(403, administrator=422)),
}
