from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from knoop.community.spaces.models import Space
from knoop.people.models import Person


class OpenSpace(forms.ModelForm):
    class Meta:
        model = Space
        fields = ["name", "purpose", "openness"]
        labels = {"openness": _("Who can read along?")}
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
        if Space.objects.visible_to(self.person).filter(slug=slug).exists():
            raise forms.ValidationError(_("There is a space with this name already. Choose another name."))
        # A closed space of this name must not show by a refusal, so the new one gets an address of its own.
        self.instance.slug = Space.objects.free_slug(slug)
        return name
