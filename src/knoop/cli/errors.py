"""How a command says that it can't; the message is printed without a traceback."""


class WrongUse(Exception):
    """The command was called in a way that can't work. Exit code 2."""


class Failed(Exception):
    """The command was right and the work failed. Exit code 1."""
