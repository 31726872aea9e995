from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from knoop.community.messages.models import LONGEST, MOST, Conversation
from knoop.people.models import Person


class Say(forms.Form):
    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Write something first; then send it."),
            "max_length": _(
                "This is %(show_value)s characters long; it can be %(limit_value)s. Make it shorter."
            ),
        },
    )


class StartConversation(Say):
    """Whom to is a list of usernames that the page collects; `chosen` are those people."""

    def __init__(self, *args: object, by: Person, to: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        handles = [handle.strip().removeprefix("@").lower() for handle in to if handle.strip()]
        known = Person.objects.visible_to(by).present().exclude(pk=by.pk)
        by_handle = {person.handle: person for person in known.filter(handle__in=handles)}
        self.chosen = [by_handle[handle] for handle in dict.fromkeys(handles) if handle in by_handle]
        self.unknown = [handle for handle in handles if handle not in by_handle]

    def clean(self) -> dict[str, object]:
        found: dict[str, object] = super().clean() or {}
        if not self.chosen:
            raise forms.ValidationError(_("Choose first whom you write to. Your text is still here."))
        if len(self.chosen) >= MOST:
            raise forms.ValidationError(
                _("A group has %(most)s people at most. For more, open a space.") % {"most": MOST}
            )
        return found


class NameGroup(forms.ModelForm):
    class Meta:
        model = Conversation
        fields = ["name"]


class AddPerson(forms.Form):
    username = forms.CharField(label=_("Username of a colleague"), max_length=60)

    def __init__(self, *args: object, by: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_username(self) -> str:
        typed: str = self.cleaned_data["username"]
        self.person = Person.objects.visible_to(self.by).with_username(typed)
        if self.person is None:
            raise forms.ValidationError(_("Nobody here has this username. It stands on a colleague's page."))
        return typed
