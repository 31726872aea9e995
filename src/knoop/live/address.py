"""Where a page finds its stream: on its own address if a proxy stands before Knoop, else on a port beside."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PATH = "/live/stream"


def address_for(request: HttpRequest) -> str:
    """The stream's address for who asks for this page; empty where there are no streams."""
    if settings.LIVE == "no" or (settings.LIVE == "here" and not settings.LIVE_PORT):
        return ""
    asked = urlsplit("//" + request.get_host())
    is_direct = not request.is_secure() and (asked.port or 80) == settings.PORT
    if settings.LIVE == "elsewhere" or not is_direct:
        return PATH  # whatever stands between leads it on: see docs/live.md
    host = f"[{asked.hostname}]" if ":" in (asked.hostname or "") else asked.hostname
    return f"http://{host}:{settings.LIVE_PORT}{PATH}"


class LetPagesListen:
    """Another port is another origin to a browser, so the policy of each page has to name it."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        stream = address_for(request)
        if stream.startswith("http") and not hasattr(response, "_csp_config"):
            sources = [*settings.SECURE_CSP["connect-src"], stream.removesuffix(PATH)]
            response._csp_config = settings.SECURE_CSP | {"connect-src": sources}  # as csp_override does
        return response
