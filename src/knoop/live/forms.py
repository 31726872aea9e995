from base64 import urlsafe_b64decode
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from knoop.live.models import LONGEST_ENDPOINT

REFUSED = _("Your browser gave an address that can't be pushed to. Try again, or use another browser.")


class Subscribe(forms.Form):
    """What a browser says of how it can be reached."""

    endpoint = forms.CharField(max_length=LONGEST_ENDPOINT)
    key = forms.CharField(max_length=120)
    secret = forms.CharField(max_length=40)

    def clean_endpoint(self) -> str:
        endpoint: str = self.cleaned_data["endpoint"]
        try:
            parts = urlsplit(endpoint)
            place = (parts.hostname or "", parts.port or 443)
        except ValueError as fault:
            raise ValidationError(REFUSED) from fault
        if place not in settings.PUSH_ALSO_TO and (parts.scheme != "https" or not parts.hostname):
            raise ValidationError(REFUSED)
        return endpoint

    def clean_key(self) -> str:
        """A point on the curve that all push services use."""
        key: str = self.cleaned_data["key"]
        try:
            ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _bytes(key))
        except ValueError as fault:
            raise ValidationError(REFUSED) from fault
        return key

    def clean_secret(self) -> str:
        secret: str = self.cleaned_data["secret"]
        if len(_bytes(secret)) != 16:
            raise ValidationError(REFUSED)
        return secret


def _bytes(written: str) -> bytes:
    try:
        return urlsafe_b64decode(written + "=" * (-len(written) % 4))
    except ValueError as fault:
        raise ValidationError(REFUSED) from fault
