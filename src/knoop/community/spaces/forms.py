from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from knoop.community.spaces.models import Space
from knoop.people.models import Person


class OpenSpace(forms.ModelForm):
    class Meta:
        model = Space
        fields = ["name", "purpose", "openness"]
        labels = {"openness": _("Who can read this?")}
        help_texts = {"purpose": _("One sentence: what do people find here?")}
        widgets = {"openness": forms.RadioSelect}

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        slug = slugify(name)
        if not slug:
            raise forms.ValidationError(_("Use at least one letter or digit in the name."))
        # One that they may not see must not show by a refusal; its namesake gets an address of its own.
        names = Space.objects.visible_to(self.person).values_list("name", flat=True)
        if slug in map(slugify, names):
            raise forms.ValidationError(_("There is a space with this name already. Choose another name."))
        return name


class AddMember(forms.Form):
    username = forms.CharField(label=_("Username"), max_length=60)

    def clean_username(self) -> str:
        """Somebody who is here; typed with or without the @ of a mention."""
        typed: str = self.cleaned_data["username"]
        self.person = Person.objects.with_username(typed)
        if self.person is None:
            raise forms.ValidationError(_("Nobody here has this username. It stands on a colleague's page."))
        return typed
