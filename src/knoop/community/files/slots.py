"""What this room adds to pages of others."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.spaces.models import Space
from knoop.web.slots import in_slot


@in_slot("head")
def script(request: HttpRequest, _nothing: None) -> str:
    return render_to_string("files/script.html") if request.user.is_authenticated else ""


@in_slot("space.tabs", order=40)
def tab(request: HttpRequest, space: Space) -> str:
    is_here = request.resolver_match is not None and request.resolver_match.url_name == "space-files"
    return render_to_string("files/tab.html", {"space": space, "is_here": is_here})
