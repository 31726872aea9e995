from collections.abc import Callable
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

type Respond = Callable[..., HttpResponse]


class PersonLanguage:
    """Who is logged in and chose a language reads in it, on any device."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and request.user.language:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.respond(request)


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
