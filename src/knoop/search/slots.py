from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.web.slots import in_slot


@in_slot("head")
def script(request: HttpRequest, _thing: object) -> str:
    return render_to_string("search/head.html", {}, request) if request.user.is_authenticated else ""


@in_slot("frame.search")
def box(request: HttpRequest, _thing: object) -> str:
    return render_to_string("search/box.html", {}, request)


@in_slot("keys")
def keys(request: HttpRequest, _thing: object) -> str:
    return render_to_string("search/keys.html", {}, request)
