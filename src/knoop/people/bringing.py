"""Pages for many people at once: a list is sent, looked at, brought in, and their links are handed over."""

from __future__ import annotations

import csv
from collections import Counter

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.people import policy, rows
from knoop.people.administering_forms import Upload
from knoop.people.batches import Batch
from knoop.people.models import Person
from knoop.people.rows import State

SHOWN = 500  # rows of a preview; those with something wrong first
RISKY = ("=", "+", "-", "@", "\t", "\r")


@require_http_methods(["GET", "HEAD", "POST"])
def batches(request: HttpRequest) -> HttpResponse:
    require(policy.may_administer(request.user))
    form = Upload(request.POST, request.FILES) if request.method == "POST" else Upload()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            found = rows.read(file.read())
        except rows.NotAList as fault:
            form.add_error("file", str(fault))
        else:
            made = Batch.objects.create(
                by=request.user, name=(file.name or "")[:120], rows=found, total=len(found)
            )
            return redirect("batch", made.pk)
    context = {"form": form, "batches": Batch.objects.for_list()[:50]}
    return render(request, "people/batches.html", context, status=422 if form.errors else 200)


@require_safe
def batch(request: HttpRequest, batch: int) -> HttpResponse:
    """Before: what each row would do. Meanwhile: how far it is. Afterwards: who came in."""
    require(policy.may_administer(request.user))
    found = fetch(Batch.objects.select_related("by"), request.user, pk=batch)
    context: dict[str, object] = {"batch": found, "shown": SHOWN}
    if found.state == "looked_at":
        checked = rows.checked(found.rows, others=found.rows)
        count = Counter(row.state.value for row in checked)
        checked.sort(key=lambda row: (row.state is not State.WRONG, row.number))
        units = {row.unit for row in checked if row.is_new_unit and row.state is State.NEW}
        context |= {"rows": checked[:SHOWN], "count": count, "units": sorted(units)}
    part = "#progress" if request.htmx else ""
    return render(request, f"people/batch.html{part}", context)


@require_POST
def batch_begin(request: HttpRequest, batch: int) -> HttpResponse:
    require(policy.may_administer(request.user))
    found = fetch(Batch.objects, request.user, pk=batch)
    found.begin()
    return redirect("batch", found.pk)


@require_POST
def batch_links(request: HttpRequest, batch: int) -> HttpResponse:
    """A list with a link for each who came in by this one and hasn't chosen a password yet."""
    require(policy.may_administer(request.user))
    found = fetch(Batch.objects, request.user, pk=batch)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="links-{found.pk}.csv"'
    response["Cache-Control"] = "private, no-store"
    response.write("\ufeff")  # by which spreadsheets know that it is UTF-8
    sheet = csv.writer(response, delimiter=";")
    sheet.writerow(["name", "username", "e-mail", "link"])
    with transaction.atomic():
        for person in (
            Person.objects.known().present().filter(pk__in=found.people, lock=None).order_by("name")
        ):
            if not person.has_usable_password():
                link = f"{settings.ADDRESS}{person.invite(by=request.user)}"
                sheet.writerow([*map(_cell, (person.name, person.handle, person.email or "")), link])
    return response


def _cell(words: str) -> str:
    """What a spreadsheet would calculate is kept as words."""
    return f"'{words}" if words.startswith(RISKY) else words
