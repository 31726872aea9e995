from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from knoop.community.files.forms import AttachesFiles
from knoop.community.pages.models import Page
from knoop.people.models import Person


class WritePage(AttachesFiles, forms.ModelForm):
    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(label=_("What did you change? (may stay empty)"), max_length=200, required=False)
    keeper = forms.CharField(
        label=_("Who keeps it right?"),
        required=False,
        max_length=60,
        help_text=_("A username. This person is asked to look again on the day below."),
    )

    class Meta:
        model = Page
        fields = ["title", "text", "review_on", "is_template"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 18}),
            "review_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        error_messages = {"title": {"required": _("Give the page a title; people find it by that.")}}

    field_order = ["title", "text", "files", "note", "keeper", "review_on", "is_template"]

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        super().__init__(*args, person=person, **kwargs)
        if self.instance.pk:
            self.on = self.instance
            self.initial |= {
                "seen": self.instance.number,
                "keeper": self.instance.keeper.handle if self.instance.keeper else "",
            }

    def clean_keeper(self) -> Person | None:
        typed = self.cleaned_data["keeper"]
        if not typed:
            return None
        found: Person | None = Person.objects.visible_to(self.person).with_username(typed)
        if found is None:
            raise forms.ValidationError(_("Nobody here has this username. It stands on a colleague's page."))
        return found

    @property
    def details(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in ("keeper", "review_on", "is_template")}


class MovePage(forms.Form):
    above = forms.ModelChoiceField(
        Page.objects.none(), required=False, label=_("Under"), empty_label=_("nothing: on top")
    )
    after = forms.ModelChoiceField(
        Page.objects.none(), required=False, label=_("Behind"), empty_label=_("nothing: the first")
    )

    def __init__(self, *args: object, page: Page, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        others = Page.objects.filter(space=page.space_id).for_tree().exclude(pk=page.pk)
        for name in ("above", "after"):
            self.fields[name].queryset = others

    def clean_above(self) -> Page | None:
        above: Page | None = self.cleaned_data["above"]
        if not self.page.can_be_under(above):
            raise forms.ValidationError(_("A page can't lie under itself. Choose another."))
        return above
