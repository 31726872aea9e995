from tests.web.answers import DONE, NO_SUCH_METHOD, colleagues, members

# The signals are another member's; {member} answers them, and so may a community manager what they see.
FOR_ALL = (colleagues(200, guest=200), NO_SUCH_METHOD)
BY_MANAGERS = colleagues(403, community_manager=DONE, administrator=DONE)
REFUSED = colleagues(403, community_manager=422, administrator=422)
SEEN_BY_MANAGERS = colleagues(403, community_manager=200, administrator=200)

EXPECTED = {
    "/signals/": FOR_ALL,
    "/signals/list": FOR_ALL,
    "/signals/topics": FOR_ALL,
    "/signals/figures": FOR_ALL,
    "/signals/file.csv": FOR_ALL,
    "/signals/new": (colleagues(200, guest=200), colleagues(422, guest=422)),
    "/signals/alike": (NO_SUCH_METHOD, colleagues(200, guest=200)),
    "/signals/confidential": (colleagues(200, guest=403), colleagues(422, guest=403)),
    "/signals/return": (200, 422),
    "/signals/confidant": (colleagues(403, guest=403), colleagues(403, guest=403)),
    **{
        f"/signals/{{open_signal}}/{noun}": (NO_SUCH_METHOD, colleagues(404, guest=404))
        for noun in ("letters", "sender")
    },
    "/signals/rules": (SEEN_BY_MANAGERS, NO_SUCH_METHOD),
    "/signals/rules/new": (NO_SUCH_METHOD, BY_MANAGERS),
    "/signals/rules/terms": (NO_SUCH_METHOD, REFUSED),
    "/signals/rules/free-days": (NO_SUCH_METHOD, REFUSED),
    "/signals/rules/free-days/{free_day}/removal": (NO_SUCH_METHOD, BY_MANAGERS),
    "/signals/rules/{rule}": (SEEN_BY_MANAGERS, BY_MANAGERS),
    "/signals/rules/{rule}/place": (NO_SUCH_METHOD, BY_MANAGERS),
    "/signals/rules/{rule}/removal": (NO_SUCH_METHOD, BY_MANAGERS),
    "/signals/{open_signal}": (colleagues(200), NO_SUCH_METHOD),
    "/signals/{closed_signal}": (members(200), NO_SUCH_METHOD),
    "/signals/{open_signal}/{noun}": (
        NO_SUCH_METHOD,
        colleagues(403, member=422, space_administrator=403, community_manager=422),
    ),
    "/signals/{closed_signal}/{noun}": (NO_SUCH_METHOD, members(422, space_administrator=403)),
    "/signals/{open_signal}/remarks/{remark}/removal": (
        NO_SUCH_METHOD,
        colleagues(404, outsider=403, member=DONE, space_administrator=404),  # it's gone after {member}
    ),
    **{
        f"/signals/{{open_signal}}/{act}": (NO_SUCH_METHOD, colleagues(DONE))
        for act in ("support", "support/end", "following", "following/end")
    },
    **{
        f"/signals/{{closed_signal}}/{act}": (NO_SUCH_METHOD, members(DONE))
        for act in ("support", "support/end", "following", "following/end")
    },
}
