"""Who asks in the matrix of permissions, and the few ways in which all of them are answered."""

WHO = ("anonymous", "member", "outsider", "departed", "leader", "council", "administrator")
WORK_HERE = ("member", "outsider", "leader", "council", "administrator")
LOGIN = "login"  # brought to the door, which leads back afterwards
DONE = 302

type Answer = int | str
# What everybody is answered, or what each in WHO is.
type Answers = Answer | dict[str, Answer]


def colleagues(answer: Answer, **others: Answer) -> dict[str, Answer]:
    """The same for all who work here, but for those named; others are brought to the door."""
    return dict.fromkeys(WHO, LOGIN) | dict.fromkeys(WORK_HERE, answer) | others


def members(answer: Answer) -> dict[str, Answer]:
    """For a member of the closed space; to all others who work here the thing isn't there."""
    return colleagues(404, member=answer)


def each(answers: Answers) -> dict[str, Answer]:
    return answers if isinstance(answers, dict) else dict.fromkeys(WHO, answers)


NO_SUCH_METHOD = colleagues(405)
