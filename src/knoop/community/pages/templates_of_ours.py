"""Pages to begin from, in the reader's language."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Start:
    title: "Promise"
    text: "Promise"


STARTS: dict[str, Start] = {
    "how-to": Start(
        _("How we do …"),
        _(
            "In one sentence: what this is for and when you need it.\n\n# What you need\n\n- \n\n"
            "# Steps\n\n1. \n2. \n\n"
            "# When it goes wrong\n\nWhom to call, and what to tell them."
        ),
    ),
    "agreements": Start(
        _("What we agreed"),
        _(
            "Date:\n\nWho were there:\n\n# What we decided\n\n- \n\n# Who does what, and when it's done\n\n"
            "| what | who | when |\n|---|---|---|\n|  |  |  |\n\n# What we left open\n\n- "
        ),
    ),
    "questions": Start(
        _("Questions we often get"),
        _("# A question, as people ask it?\n\nThe answer in two sentences.\n\n# Another question?\n\n"),
    ),
}
