"""What posts add to every page: the script that helps to write."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html

from knoop.web.slots import in_slot


@in_slot("head")
def composing(request: HttpRequest, _thing: object) -> str:
    if not request.user.is_authenticated:
        return ""
    return format_html('<script src="{}" defer></script>', static("posts/composing.js"))
