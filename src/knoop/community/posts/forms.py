from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from knoop.community.files.forms import AttachesFiles
from knoop.community.posts.models import LONGEST, LONGEST_TITLE, Comment, Option, Poll
from knoop.community.posts.reactions import LONGEST_EMOJI, OFFERED


class Words(AttachesFiles):
    """What somebody writes. `once` is new for each form shown, so that a double click isn't two posts."""

    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Your text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Write something first; then post it."),
            "max_length": _(
                "This is %(show_value)s characters long; it can be %(limit_value)s. Make it shorter."
            ),
        },
    )


class WriteAnswer(Words):
    to = forms.ModelChoiceField(
        Comment.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={
            "invalid_choice": _("What you answer isn't there any more. Your text is still here.")
        },
    )

    def __init__(self, *args: object, comments: QuerySet[Comment], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = comments


class React(forms.Form):
    emoji = forms.CharField(max_length=LONGEST_EMOJI)

    def __init__(self, *args: object, given: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.given = given

    def clean_emoji(self) -> str:
        """What the page offers, or what somebody gave already."""
        emoji: str = self.cleaned_data["emoji"]
        if emoji not in OFFERED and emoji not in self.given:
            raise forms.ValidationError(_("This is not a reaction that can be given here."))
        return emoji


class EditWords(AttachesFiles):
    """The words of a post or answer that is there already, and its files."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, required=False)
    text = Words.base_fields["text"]

    def __init__(self, *args: object, has_title: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if has_title:
            self.fields["title"].required = True
            self.fields["title"].error_messages["required"] = _(
                "Give it a title: that is what people see first."
            )
        else:
            del self.fields["title"]


class Choose(forms.Form):
    """A vote: one of a poll's options, some, or none where it is taken back."""

    option = forms.ModelMultipleChoiceField(Option.objects.none(), required=False)

    def __init__(self, *args: object, poll: Poll, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.poll = poll
        self.fields["option"].queryset = poll.options

    def clean_option(self) -> list[Option]:
        options = list(self.cleaned_data["option"])
        if len(options) > 1 and not self.poll.is_multiple:
            raise forms.ValidationError(_("Choose one."))
        return options
