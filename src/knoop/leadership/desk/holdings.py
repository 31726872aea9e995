"""What the desk holds of somebody."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.base import markdown
from knoop.leadership.desk.models import Booking, CallToAction, LeaderPage, LeaderQuestion, Story
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving

TEXTS = (
    (Story, "author", ("title", "text", "ask"), ""),
    (CallToAction, "post__author", ("words",), ""),
    (LeaderPage, "person", ("vision",), "vision"),
    (LeaderQuestion, "by", ("text",), ""),
    (LeaderQuestion, "to", ("answer",), "answer"),
    (Booking, "person", ("about",), ""),
)


def erase(leaving: Leaving) -> tuple[()]:
    """What a story asks goes with its words; in texts of others a mention says no longer whom."""
    if leaving.takes_words:
        CallToAction.objects.filter(post__author=leaving.person).delete()
    for model, owner, columns, rendered in TEXTS:
        named = Q(**{owner: leaving.person})
        for column in columns:
            named |= Q(**{f"{column}__icontains": leaving.mention})
        own = set(model.objects.filter(**{owner: leaving.person}).values_list("pk", flat=True))
        for row in model.objects.filter(named):
            said = leaving.nameless if row.pk in own else leaving.unnamed
            for column in columns:
                longest = model._meta.get_field(column).max_length
                setattr(row, column, said(getattr(row, column))[:longest])
            if rendered:
                row.html = markdown.render(getattr(row, rendered))
            row.save()
    return ()


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
        erase=erase,
        words=_("What you wanted with a post is kept with that post; only you see it."),
    )
)
