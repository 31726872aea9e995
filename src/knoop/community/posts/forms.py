from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from knoop.community.posts.models import LONGEST, Comment
from knoop.community.posts.reactions import LONGEST_EMOJI, OFFERED
from knoop.community.spaces.models import Space


class Words(forms.Form):
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


class WritePost(Words):
    space = forms.ModelChoiceField(
        Space.objects.none(),
        label=_("In"),
        to_field_name="slug",
        empty_label=None,
        error_messages={
            "invalid_choice": _("You can't write in this space. Choose another; your text is still here.")
        },
    )

    def __init__(self, *args: object, spaces: QuerySet[Space], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["space"].queryset = spaces


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
