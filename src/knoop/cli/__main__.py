"""The command line: finds the command and turns what went wrong into a message and an exit code."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence

from knoop.cli.errors import Failed, WrongUse

# name: (module, what it does); a module is loaded only when its command is asked for.
COMMANDS = {
    "demo": ("knoop.cli.demo", "set up an invented organisation and serve it"),
    "serve": ("knoop.cli.serve", "serve Knoop on this machine"),
    "work": ("knoop.cli.work", "do the jobs: notices, mail, the search index"),
    "live": ("knoop.cli.live", "keep open pages fresh; `serve` does so by itself"),
    "invite": ("knoop.cli.invite", "print a link by which somebody chooses a password"),
    "import": ("knoop.cli.importing", "bring in an export of another platform"),
    "index": ("knoop.cli.index", "bring the search index in step; --again makes it anew"),
    "analyse": ("knoop.cli.analyse", "say what an export tells about its network; needs no server"),
    "insights": ("knoop.cli.insights", "make the network's findings anew"),
    "doctor": ("knoop.cli.doctor", "check this installation and say what to mend"),
    "bench": ("knoop.cli.bench", "measure what the figures are worth and how fast they are"),
    "screenshots": ("knoop.cli.screenshots", "take a picture of each page of the demo organisation"),
    "test": ("knoop.cli.test", "run all checks and tests"),
}


def main(words: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if words is None else words)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - closed by whoever started us; for good
    if sys.stdout is None:
        # The next file to be opened would take its place, and what is printed would land in that.
        print("knoop: Standard output is closed. Send it somewhere, such as >/dev/null.", file=sys.stderr)
        return 1
    parser = _parser(words[0] if words else "")
    arguments = parser.parse_args(words)
    if not hasattr(arguments, "run"):
        parser.print_help(sys.stderr)
        return 2
    try:
        code = int(arguments.run(arguments) or 0)
        sys.stdout.flush()  # a full disk should be noticed here, not while Python closes down
        return code
    except KeyboardInterrupt:
        print("knoop: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        _let_go_of_output()  # whoever read it has gone; that's theirs to say
        return 1
    except Exception as fault:
        known = _exit_code(fault)
        if known is None:
            raise
        print(f"knoop: {_in_words(fault)}", file=sys.stderr)
        _let_go_of_output()
        return known


def _let_go_of_output() -> None:
    """What is still to be printed goes nowhere: Python would try it again at the end, and fail again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(wanted: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="knoop", description="The social intranet where nothing people say falls on deaf ears."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, (module, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if name == wanted:
            loaded = importlib.import_module(module)
            loaded.add_arguments(command)
            command.set_defaults(run=loaded.run)
    return parser


def _exit_code(fault: Exception) -> int | None:
    """2 for wrong use or unreadable input, 1 for work that failed; None for what is a fault of ours."""
    from knoop.archives import Unreadable

    if isinstance(fault, Unreadable | WrongUse):
        return 2
    if isinstance(fault, Failed | OSError) or _is_of_database(fault):
        return 1
    if type(fault).__name__ == "ImproperlyConfigured":  # Django's, which the analysis part does without
        return 2
    return None


def _is_of_database(fault: Exception) -> bool:
    database = sys.modules.get("django.db")
    return database is not None and isinstance(fault, database.DatabaseError)


def _in_words(fault: Exception) -> str:
    if _is_of_database(fault):
        from knoop.cli.server import name_of_database

        why = " ".join(str(fault).split())
        return f"The database {name_of_database()} can't be used ({why}). ./knoop doctor says what to mend."
    if isinstance(fault, OSError):
        where = f"{fault.filename}: " if fault.filename else ""
        return f"{where}{fault.strerror or fault}. Mend that and start again."
    return str(fault)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main())
