"""My data: what is kept of me, all of it to take along, and erasing my account."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch
from knoop.people import holdings
from knoop.people.administered import LastAdministrator
from knoop.people.data_forms import Erase
from knoop.people.erasures import WAITS, Erasure, until
from knoop.people.exports import Export


@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """While an export is being made, its part asks again by itself."""
    exports = list(Export.objects.visible_to(request.user).order_by("-pk"))
    context = {"exports": exports, "is_making": any(one.made_at is None for one in exports)}
    if request.htmx:
        return render(request, "people/data.html#exports", context)
    context |= {"rooms": holdings.rooms_of(request.user), "erased_on": until(request.user)}
    return render(request, "people/data.html", context)


@require_POST
def exports(request: HttpRequest) -> HttpResponse:
    Export.objects.ask(request.user)
    return redirect(f"{reverse('my-data')}#take-along")


@require_safe
def export(request: HttpRequest, export: int) -> HttpResponse:
    found = fetch(Export.objects.select_related("person"), request.user, pk=export)
    if not found.made_at:
        raise Http404
    try:
        contents = default_storage.open(found.stored_as)
    except FileNotFoundError as fault:
        raise Http404 from fault
    response = FileResponse(contents, as_attachment=True, filename=found.file_name)
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest) -> HttpResponse:
    """What goes and what stays, and the form that asks for it."""
    form = Erase(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_valid():
        try:
            Erasure.objects.ask(request.user, request.user, takes_words=form.takes_words)
        except LastAdministrator:
            form.add_error(None, _("You are the only administrator. Make a colleague administrator first."))
        else:
            return redirect("my-data")
    context = {"form": form, "erased_on": until(request.user), "days": WAITS.days}
    return render(request, "people/erasure.html", context, status=422 if form.errors else 200)


@require_POST
def erasure_end(request: HttpRequest) -> HttpResponse:
    Erasure.objects.take_back(request.user, request.user)
    return redirect(f"{reverse('my-data')}?stays")
