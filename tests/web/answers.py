"""Who asks in the matrix of permissions, and the few ways in which all of them are answered."""

# A guest is in a space of their own, not in {open} or {closed}; a space administrator looks after those.
WHO = (
    *("anonymous", "guest", "outsider", "member", "space_administrator", "departed"),
    *("leader", "community_manager", "council", "administrator"),
)
WORK_HERE = tuple(who for who in WHO if who not in ("anonymous", "guest", "departed"))
INSIDE = ("guest", *WORK_HERE)
LOGIN = "login"  # brought to the door, which leads back afterwards
USUAL = (
    "usual"  # for a guest: what an outsider is answered, but nothing is there of open spaces and colleagues
)
DONE = 302

type Answer = int | str
# What everybody is answered, or what each in WHO is.
type Answers = Answer | dict[str, Answer]


def colleagues(answer: Answer, **others: Answer) -> dict[str, Answer]:
    """The same for all who work here, but for those named; strangers are brought to the door.

    Where nothing is said of them, a space administrator is answered what a member is, and a guest the usual.
    """
    others = {"space_administrator": others.get("member", answer)} | others
    return dict.fromkeys(WHO, LOGIN) | {"guest": USUAL} | dict.fromkeys(WORK_HERE, answer) | others


def members(answer: Answer, **others: Answer) -> dict[str, Answer]:
    """For a member of the closed space; to all others the thing isn't there."""
    return colleagues(404, guest=404, member=answer, **others)


def each(answers: Answers, address: str = "") -> dict[str, Answer]:
    """What everyone is answered at `address`."""
    if not isinstance(answers, dict):
        return dict.fromkeys(WHO, answers)
    if answers["guest"] != USUAL:
        return answers
    is_there = answers["outsider"] == 405 or not ("{open" in address or "{handle}" in address)
    return answers | {"guest": answers["outsider"] if is_there else 404}


NO_SUCH_METHOD = colleagues(405)
