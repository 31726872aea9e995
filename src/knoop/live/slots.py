"""What is added to pages: the script that listens, and a place in the settings to be told on this device."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html

from knoop.base import clock
from knoop.community.spaces.models import Space
from knoop.live.address import address_for
from knoop.live.keys import public_key
from knoop.live.models import Device
from knoop.people.models import Person
from knoop.web.slots import in_slot

# The pages that change while they're open, and the part of their address that says what they show.
PAGES = {
    "home": "",
    "space": "",
    "post": "pk",
    "notices": "",
    "conversations": "",
    "conversation": "pk",
}


@in_slot("head", order=60)
def listening(request: HttpRequest, _thing: Any) -> str:
    stream = address_for(request)
    match = request.resolver_match
    is_kept = match and match.url_name == "offline"  # on the device, whoever is logged in there
    if not stream or is_kept or not request.user.is_authenticated:
        return ""
    page = match.url_name if match and match.url_name in PAGES else ""
    context = {
        "stream": stream,
        "page": page,
        "of": match.kwargs.get(PAGES[page], "") if page and match else "",
        "since": int(clock.now().timestamp() * 1000),
    }
    return render_to_string("live/head.html", context, request)


@in_slot("space.beside", order=99)
def number(request: HttpRequest, space: Space) -> str:
    """By what number the stream calls the space that a page shows."""
    return format_html('<data id="live-space" value="{}" hidden></data>', space.pk)


@in_slot("settings.sections", order=25)
def this_device(request: HttpRequest, person: Person) -> str:
    reached = list(Device.objects.visible_to(person).reachable().select_related("log_in").order_by("-at"))
    here = next((one for one in reached if one.log_in.session == request.session.session_key), None)
    context = {
        "here": here,
        "others": [one for one in reached if one != here],
        "key": public_key(),
        "tried": request.GET.get("tried", ""),
    }
    return render_to_string("live/device.html", context, request)
