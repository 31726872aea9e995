"""What a post is for: whoever writes chooses it first, and readers see it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    TELL = "tell", _("post")
    QUESTION = "question", _("question")
    THANKS = "thanks", _("thanks")
    STORY = "story", _("story")
    POLL = "poll", _("poll")
    NEWS = "news", _("news")


TITLED = frozenset({Kind.STORY, Kind.NEWS})
