"""What all pages have in common on their way out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers

from knoop.web.views import frame

type Respond = Callable[[HttpRequest], HttpResponse]


class PrivatePages:
    """Pages are for one person, and a part that htmx asked for isn't the page of that address."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        if "Cache-Control" not in response:
            patch_cache_control(response, private=True, no_cache=True)
            patch_vary_headers(response, ["HX-Request"])
        return response


class CompressedPages(GZipMiddleware):
    """Pages alone: style and scripts lie compressed already, and files of people mostly are by themselves."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        is_page = response.get("Content-Type", "").startswith("text/html")
        return super().process_response(request, response) if is_page else response


class OnlySent:
    """Who opens an address that only takes what a form sends gets words and a way back."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        if response.status_code != 405 or request.method != "GET":
            return response
        allowed = response.get("Allow", "")
        page = render(request, "web/only_sent.html", {"frame": frame(request)}, status=405)
        page["Allow"] = allowed
        return page
