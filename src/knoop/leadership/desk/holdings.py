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
            Line(
                "desk.LeaderPage.person",
                ngettext_lazy("your page as a leader", "your page as a leader", "count"),
                Fate.GOES,
                ("vision", "shows_record"),
            ),
            Line(
                "desk.OfficeHour.leader",
                ngettext_lazy("%(count)d office hour", "%(count)d office hours", "count"),
                Fate.GOES,
                ("weekday", "begins", "minutes", "place"),
            ),
            Line(
                "desk.Booking.person",
                ngettext_lazy(
                    "%(count)d talk with a leader you booked",
                    "%(count)d talks with leaders you booked",
                    "count",
                ),
                Fate.GOES,
                ("hour__leader__name", "starts_at", "about"),
            ),
            Line(
                "desk.LeaderQuestion.by",
                ngettext_lazy(
                    "%(count)d question you asked a leader", "%(count)d questions you asked leaders", "count"
                ),
                Fate.GOES,
                ("to__name", "text", "asked_at", "answer", "answered_at"),
                called="questions_to_leaders",
            ),
            Line(
                "desk.LeaderQuestion.to",
                ngettext_lazy(
                    "%(count)d question you were asked as a leader",
                    "%(count)d questions you were asked as a leader",
                    "count",
                ),
                Fate.GOES,
                ("text", "asked_at", "answer", "answered_at"),
                called="questions_as_leader",
            ),
            Line(
                "desk.SetAside.person",
                ngettext_lazy(
                    "%(count)d thing you set aside for today",
                    "%(count)d things you set aside for today",
                    "count",
                ),
                Fate.GOES,
                ("key", "day"),
                until=_("until you set something aside on another day"),
            ),
        ],
        words=_("What you wanted with a post is kept with that post; only you see it."),
    )
)
