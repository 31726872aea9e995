from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.files import policy
from knoop.community.files.forms import AddFiles, Describe, Move, Rename, Renew
from knoop.community.files.intake import Refused, too_large
from knoop.community.files.lists import listed
from knoop.community.files.models import WIDTHS, File, Version, Withdrawal
from knoop.community.files.naming import cleaned
from knoop.community.files.serving import served
from knoop.community.files.uploading import left_out
from knoop.community.spaces import policy as spaces
from knoop.community.spaces.models import Space

HOUR = 3600


@require_POST
def files(request: HttpRequest) -> HttpResponse:
    """Keeps files loose for whoever sent them; answers with a line for each, for the form they go with."""
    kept, refused = _take_in(request, None)
    if not kept:
        return render(request, "files/attach.html#refused", {"refused": refused}, status=422)
    return render(request, "files/attach.html#chosen", {"chosen": kept, "refused": refused}, status=201)


def _take_in(request: HttpRequest, space: Space | None) -> tuple[list[File], list[str]]:
    """What could be kept of what was sent, and what is wrong with the rest."""
    kept = []
    refused = [str(too_large(cleaned(name))) for name in left_out(request)]
    form = AddFiles(request.POST, request.FILES)
    if not form.is_valid():
        return kept, refused or form.errors["files"]
    for upload in form.cleaned_data["files"]:
        try:
            kept.append(File.objects.add(request.user, upload, space))
        except Refused as fault:
            refused.append(str(fault))
    return kept, refused


@require_http_methods(["GET", "HEAD", "POST"])
def space_files(request: HttpRequest, slug: str) -> HttpResponse:
    """The files of a space; posting to it puts new ones on its shelf."""
    space = fetch(Space.objects.select_related("archival"), request.user, slug=slug)
    refused: list[str] = []
    if request.method == "POST":
        require(spaces.may_write(request.user, space))
        _kept, refused = _take_in(request, space)
        if not refused:
            return redirect("space-files", slug)
    context = {
        "space": space,
        "page": listed(space, request.user, request.GET),
        "may_write": spaces.may_write(request.user, space),
        "refused": refused,
    }
    part = "#files" if request.htmx else ""
    return render(request, f"files/space.html{part}", context, status=422 if refused else 200)


@require_safe
def file(request: HttpRequest, pk: str) -> HttpResponse:
    return _page(request, fetch(File.objects.for_page(), request.user, key=pk))


def _page(request: HttpRequest, found: File, status: int = 200, **wrong: object) -> HttpResponse:
    may_move = policy.may_move(request.user, found)
    context = {
        "file": found,
        "versions": list(found.versions.for_history()),
        "place": found.place_address,
        "may_change": policy.may_change(request.user, found),
        "may_renew": policy.may_renew(request.user, found),
        "spaces": _to_move_to(request, found) if may_move else [],
    }
    return render(request, "files/file.html", context | wrong, status=status)


def _to_move_to(request: HttpRequest, found: File) -> QuerySet[Space]:
    """Where whoever asks writes, apart from where it is."""
    return Space.objects.of(request.user).current().exclude(pk=found.space_id).order_by("name")


@require_safe
def content(request: HttpRequest, pk: str) -> HttpResponseBase:
    found = fetch(File.objects.select_related("current"), request.user, key=pk)
    return _contents(request, found, found.current)


@require_safe
def version(request: HttpRequest, pk: str, number: int) -> HttpResponseBase:
    found = fetch(File.objects, request.user, key=pk)
    return _contents(request, found, _version(found, number))


def _version(found: File, number: int) -> Version:
    """One of the versions of a file that was fetched for whoever asks."""
    which = found.versions.filter(number=number).first()
    if which is None:
        raise Http404
    return which


def _contents(request: HttpRequest, found: File, which: Version) -> HttpResponseBase:
    if not which.may_be_had:
        return redirect(found)  # its page says why
    inline = found.kind.is_shown and found.kind.media == which.media and "download" not in request.GET
    return served(
        request, which.stored_as, name=found.name, media=which.media, etag=which.digest, inline=inline
    )


@require_safe
def preview(request: HttpRequest, pk: str, number: int, width: int) -> HttpResponseBase:
    which = _version(fetch(File.objects, request.user, key=pk), number)
    stored_as = which.preview_stored_as(width)
    if width not in WIDTHS or not which.has_preview or not which.may_be_had:
        raise Http404
    if not default_storage.exists(stored_as):
        raise Http404
    etag = f"{which.digest}-{width}"
    name = f"{number}-{width}.webp"
    return served(request, stored_as, name=name, media="image/webp", etag=etag, inline=True, keep=HOUR)


@require_POST
def versions(request: HttpRequest, pk: str) -> HttpResponse:
    found = fetch(File.objects.for_page(), request.user, key=pk)
    require(policy.may_renew(request.user, found))
    form = Renew(request.POST, request.FILES)
    if not form.is_valid():
        large = [too_large(cleaned(name)) for name in left_out(request)]
        wrong = [*large, *form.errors["contents"]][0]
        return _page(request, found, 422, renew_wrong=wrong)
    try:
        found.renew(request.user, form.cleaned_data["contents"])
    except Refused as fault:
        return _page(request, found, 422, renew_wrong=fault)
    return redirect(found)


@require_POST
def restoration(request: HttpRequest, pk: str, number: int) -> HttpResponse:
    found = fetch(File.objects.for_page(), request.user, key=pk)
    require(policy.may_renew(request.user, found))
    found.restore(request.user, _version(found, number))
    return redirect(found)


@require_POST
def name(request: HttpRequest, pk: str) -> HttpResponse:
    found = fetch(File.objects.for_page(), request.user, key=pk)
    require(policy.may_change(request.user, found))
    form = Rename(request.POST, present=found.name)
    if not form.is_valid():
        return _page(request, found, 422, name_form=form)
    found.rename(request.user, form.cleaned_data["name"])
    return redirect(found)


@require_POST
def description(request: HttpRequest, pk: str) -> HttpResponse:
    found = fetch(File.objects.for_page(), request.user, key=pk)
    require(policy.may_change(request.user, found))
    form = Describe(request.POST)
    if not form.is_valid():
        return _page(request, found, 422, alt_form=form)
    found.describe(request.user, form.cleaned_data["alt"])
    return redirect(found)


@require_POST
def space(request: HttpRequest, pk: str) -> HttpResponse:
    """Moves a file to the shelf of another space, in which whoever moves it writes too."""
    found = fetch(File.objects.for_page(), request.user, key=pk)
    require(policy.may_move(request.user, found))
    form = Move(request.POST, spaces=_to_move_to(request, found))
    if not form.is_valid():
        return _page(request, found, 422, move_form=form)
    found.move(request.user, form.cleaned_data["space"])
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def withdrawal(request: HttpRequest, pk: str) -> HttpResponse:
    """Takes a file back; afterwards it says so, and how to undo it, to whoever did."""
    if request.method == "POST":
        found = fetch(File.objects.for_page(), request.user, key=pk)
        require(policy.may_change(request.user, found))
        found.withdraw(request.user)
        return redirect("file-withdrawal", pk)
    gone = fetch(Withdrawal.objects.select_related("file__space"), request.user, file__key=pk)
    context = {"file": gone.file, "place": gone.file.place_address, "until": gone.until}
    return render(request, "files/withdrawn.html", context)


@require_POST
def bring_back(request: HttpRequest, pk: str) -> HttpResponse:
    gone = fetch(Withdrawal.objects.select_related("file"), request.user, file__key=pk)
    gone.file.bring_back(request.user)
    return redirect(gone.file)
