from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from knoop.community.files.forms import AttachesFiles
from knoop.community.messages.models import LONGEST, MOST, Conversation
from knoop.people.models import Person

CHOOSING = {"look", "with", "not-to"}  # the form was sent to choose people, not to be sent


class Say(AttachesFiles):
    """Words, files, or both."""

    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "max_length": _(
                "This is %(show_value)s characters long; it can be %(limit_value)s. Make it shorter."
            ),
        },
    )

    def clean(self) -> dict[str, object]:
        found: dict[str, object] = super().clean() or self.cleaned_data
        if not self.errors and not found["text"] and not self.chosen:
            self.add_error("text", _("Write something first; then send it."))
        return found


class StartConversation(Say):
    """Whom to is a list of usernames that the page collects; `people` are those."""

    def __init__(self, *args: object, person: Person, to: list[str], **kwargs: object) -> None:
        super().__init__(*args, person=person, **kwargs)
        handles = [handle.strip().removeprefix("@").lower() for handle in to if handle.strip()]
        known = Person.objects.visible_to(person).present().exclude(pk=person.pk)
        by_handle = {one.handle: one for one in known.filter(handle__in=handles)}
        self.people = [by_handle[handle] for handle in dict.fromkeys(handles) if handle in by_handle]
        self.unknown = [handle for handle in handles if handle not in by_handle]

    @property
    def only_adds(self) -> bool:
        return super().only_adds or bool(CHOOSING & self.data.keys())

    def clean(self) -> dict[str, object]:
        found = super().clean()
        if not self.people:
            raise forms.ValidationError(_("Choose first whom you write to. Your text is still here."))
        if len(self.people) >= MOST:
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
