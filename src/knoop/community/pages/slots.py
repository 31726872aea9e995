"""What pages add to pages of other rooms."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.spaces.models import Space
from knoop.web.slots import in_slot


@in_slot("nav", order=50)
def link(request: HttpRequest, _thing: object) -> str:
    return render_to_string("pages/link.html", {}, request)


@in_slot("space.tabs", order=20)
def tab(request: HttpRequest, space: Space) -> str:
    return render_to_string("pages/tab.html", {"space": space}, request)
