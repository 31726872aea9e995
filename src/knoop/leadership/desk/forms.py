"""What a story is made with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from knoop.community.posts.models import LONGEST, LONGEST_TITLE
from knoop.leadership.desk.calls import LONGEST_ASK
from knoop.leadership.desk.patterns import Pattern
from knoop.leadership.desk.stories import Story

LONGEST_ANSWER = 2000


class Begin(forms.Form):
    pattern = forms.ChoiceField(choices=Pattern)


class Make(forms.Form):
    """The questions of its kind, then the story itself; nothing is required, for it is kept as one goes."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, required=False)
    text = forms.CharField(
        label=_("Your story"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    ask = forms.CharField(
        label=_("What can people sign up to?"),
        help_text=_("One thing, need not be. It gets a button below the story, and you see who takes part."),
        max_length=LONGEST_ASK,
        required=False,
    )

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        kept = {"title": story.title, "text": story.text, "ask": story.ask}
        answers = {f"answer-{key}": said for key, said in story.answers.items()}
        super().__init__(*args, initial=kept | answers, **kwargs)
        self.story = story
        for question in story.guide.questions:
            self.fields[f"answer-{question.key}"] = forms.CharField(
                label=question.words,
                max_length=LONGEST_ANSWER,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[f"answer-{question.key}"] for question in self.story.guide.questions]

    def keep(self) -> None:
        words = self.cleaned_data
        keys = [question.key for question in self.story.guide.questions]
        answers = {key: words[f"answer-{key}"] for key in keys}
        self.story.change(words["title"], words["text"], words["ask"], answers)
