from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from knoop.people import tries
from knoop.people.models import Unit


class LogIn(AuthenticationForm):
    """Refuses further tries after ten wrong passwords for one name within a quarter of an hour."""

    error_messages = {
        "invalid_login": _(
            "This username or address and password don't belong together. Check both and try again."
        ),
        "too_many": _(
            "Too many wrong passwords. Wait a quarter of an hour, or ask an administrator for an invitation."
        ),
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Username or e-mail address")
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "autocomplete": "username"}

    def clean(self) -> dict[str, object]:
        typed = self.cleaned_data.get("username", "")
        if tries.are_too_many(typed):
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        try:
            return super().clean()
        except ValidationError:
            tries.one_more(typed)
            raise


class Looking(forms.Form):
    """Who somebody is looking for in the directory; an unknown unit is no unit."""

    name = forms.CharField(label=_("Name or work"), required=False, max_length=100)
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label=_("Unit"), required=False, to_field_name="slug", empty_label=_("All units")
    )
