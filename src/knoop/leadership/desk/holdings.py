"""What the desk holds of somebody."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.people.holdings import Fate, Holding, Line, holds

holds(
    Holding(
        "desk",
        _("Stories and leading"),
        lines=[
            Line(
                "desk.Story.author",
                ngettext_lazy(
                    "%(count)d story you made in the studio",
                    "%(count)d stories you made in the studio",
                    "count",
                ),
                Fate.GOES,
                ("pattern", "title", "text", "ask", "answers", "changed_at", "post"),
                called="stories_made",
            ),
            Line(
                "desk.SignUp.person",
                ngettext_lazy(
                    "%(count)d time that you said you take part",
                    "%(count)d times that you said you take part",
                    "count",
                ),
                Fate.GOES,
                ("call__words", "call__post", "at"),
                called="taking_part",
            ),
        ],
        words=_("What you wanted with a post is kept with that post; only you see it."),
    )
)
