"""What belongs to no room: the style sheet, the server's health, and words for when something is wrong."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from knoop.web import offline, stylesheet


@require_safe
@login_not_required
def healthz(_request: HttpRequest) -> HttpResponse:
    """Says ok when a row can be read; a server that can't read is not healthy."""
    try:
        with connection.cursor() as cursor:
            # SELECT 1 reads no page of the file, so it works on one that is damaged or gone.
            cursor.execute("SELECT name FROM django_migrations LIMIT 1")
            cursor.fetchone()
    except DatabaseError:
        return HttpResponse("database", status=500, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@login_not_required
@cache_control(public=True, immutable=True, max_age=365 * 24 * 3600)
@vary_on_headers("Accept-Encoding")
def style(request: HttpRequest, digest: str) -> HttpResponse:
    sheet = stylesheet.current()
    if digest != sheet.digest:
        raise Http404
    accepted = _accepted(request.headers.get("Accept-Encoding", ""))
    encoding = next((name for name in ("br", "gzip") if name in accepted), "")
    headers = {"Content-Encoding": encoding} if encoding else {}
    return HttpResponse(sheet.by_encoding[encoding], content_type="text/css; charset=utf-8", headers=headers)


def _accepted(header: str) -> set[str]:
    """The encodings a browser reads; with a weight of nought it says that it does not."""
    offers = (offer.lower().replace(" ", "").partition(";q=") for offer in header.split(","))
    return {name for name, _equals, weight in offers if not weight or weight.strip("0.")}


@require_safe
@login_not_required
@cache_control(public=True, max_age=24 * 3600)
def manifest(_request: HttpRequest) -> JsonResponse:
    return JsonResponse(offline.manifest(), content_type="application/manifest+json")


@require_safe
@login_not_required
@cache_control(no_cache=True)
def worker(_request: HttpRequest) -> HttpResponse:
    """At the root, because a worker only sees what lies below its own address."""
    return HttpResponse(offline.worker(), content_type="text/javascript; charset=utf-8")


@require_safe
@login_not_required
def without_connection(request: HttpRequest) -> HttpResponse:
    """Kept by the worker, so it says nothing of who is logged in."""
    return render(request, "web/offline.html")


@require_safe
def menu(request: HttpRequest) -> HttpResponse:
    """All that doesn't fit in the bar at the foot of a phone."""
    return render(request, "web/menu.html")


def frame(request: HttpRequest) -> str:
    """Who is logged in keeps the menu, also where something is wrong."""
    user = getattr(request, "user", None)
    return "base.html" if user and user.is_authenticated else "web/plain.html"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/not_found.html", {"frame": frame(request)}, status=404)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "web/not_allowed.html", {"frame": frame(request)}, status=403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "web/form_expired.html", status=403)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """No database, no session: whatever broke may be either."""
    return render(None, "web/went_wrong.html", status=500)
