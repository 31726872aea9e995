"""The command line: finds the command and turns what went wrong into a message and an exit code."""

import argparse
import importlib
import signal
import sys
from collections.abc import Sequence

from knoop.cli.errors import Failed, WrongUse

# name: (module, what it does); a module is loaded only when its command is asked for.
COMMANDS = {
    "demo": ("knoop.cli.demo", "set up an invented organisation and serve it"),
    "serve": ("knoop.cli.serve", "serve Knoop on this machine"),
    "invite": ("knoop.cli.invite", "print a link by which somebody chooses a password"),
    "import": ("knoop.cli.importing", "bring in an export of another platform"),
    "analyse": ("knoop.cli.analyse", "say what an export tells about its network; needs no server"),
    "insights": ("knoop.cli.insights", "make the network's findings anew"),
    "doctor": ("knoop.cli.doctor", "check this installation and say what to mend"),
    "test": ("knoop.cli.test", "run all checks and tests"),
}


def main(words: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if words is None else words)
    parser = _parser(words[0] if words else "")
    arguments = parser.parse_args(words)
    if not hasattr(arguments, "run"):
        parser.print_help(sys.stderr)
        return 2
    try:
        return int(arguments.run(arguments) or 0)
    except KeyboardInterrupt:
        print("knoop: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; that's theirs to say
        return 1
    except Exception as fault:
        known = _exit_code(fault)
        if known is None:
            raise
        print(f"knoop: {fault}", file=sys.stderr)
        return known


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
    if isinstance(fault, Failed):
        return 1
    if type(fault).__name__ == "ImproperlyConfigured":  # Django's, which the analysis part does without
        return 2
    return None


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main())
