"""What can be wrong with an export; the command line ends with 2 on any of these."""


class Unreadable(Exception):
    """The input can't be used. The message names the file, the line or row, and the remedy."""
