from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from knoop.people.models import Unit


class LogIn(AuthenticationForm):
    error_messages = {
        "invalid_login": _(
            "This handle or address and password don't belong together. Check both and try again."
        ),
        "inactive": _("This account is closed. Ask an administrator if that's a mistake."),
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Handle or e-mail address")
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "autocomplete": "username"}


class Looking(forms.Form):
    """Who somebody is looking for in the directory; an unknown unit is no unit."""

    name = forms.CharField(label=_("Name"), required=False, max_length=100)
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label=_("Unit"), required=False, to_field_name="slug", empty_label=_("All units")
    )
