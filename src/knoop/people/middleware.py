from collections.abc import Callable
from datetime import tzinfo
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme

from knoop.people import sessions

type Respond = Callable[..., HttpResponse]


class PersonSettings:
    """Who is logged in reads in the language and the time zone they chose, on any device."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.respond(request)
        if request.user.language:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        sessions.note_use(request)
        with timezone.override(_zone(request.user.time_zone)):
            return self.respond(request)


def _zone(name: str) -> tzinfo:
    """Of the person, or of the house; also where a machine's list has lost one that somebody chose."""
    try:
        return ZoneInfo(name) if name else timezone.get_default_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()


class LogInFirst(LoginRequiredMiddleware):
    """Leads strangers to the log-in, and back to a page: never to an address that only takes what is sent."""

    def handle_no_permission(self, request: HttpRequest, view_func: Respond) -> HttpResponse:
        to_log_in = redirect_to_login(_page_of(request), self.get_login_url(view_func))
        if not request.htmx:
            return to_log_in
        # A part of a page can't hold the log-in, so the whole page goes there.
        return HttpResponse(headers={"HX-Redirect": to_log_in["Location"]})


def _page_of(request: HttpRequest) -> str:
    if request.method in ("GET", "HEAD") and not request.htmx:
        return request.get_full_path()
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came_from, allowed_hosts={request.get_host()}):
        return "/"
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
