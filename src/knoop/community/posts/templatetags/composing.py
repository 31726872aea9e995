"""What the composer's fields hold, as a browser wants it."""

from datetime import datetime

from django import template
from django.utils import timezone

from knoop.community.posts.forms_post import LATER

register = template.Library()


@register.filter
def as_typed_moment(value: object) -> str:
    """For a field of day and time: a moment by the organisation's clock, or what was typed."""
    return timezone.localtime(value).strftime(LATER) if isinstance(value, datetime) else str(value or "")
