"""Pages about yourself: profile, photo, settings."""

from django.contrib.auth import update_session_auth_hash
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch
from knoop.base.images import NotAnImage, TooManyPixels, UnusableImage
from knoop.people import faces
from knoop.people.models import Person
from knoop.people.profile_forms import ChangePassword, Choose, Describe, ShowFace
from knoop.people.sessions import LogIn


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    # A row of its own: what a refused form wrote into it isn't shown as the person's name at the side.
    me = Person.objects.get_by_natural_key(request.user.handle)
    form = Describe(request.POST if request.method == "POST" else None, instance=me)
    if form.is_valid():
        form.keep()
        return redirect(me)
    return _profile(request, form, ShowFace(), 422 if form.errors else 200)


def _profile(request: HttpRequest, form: Describe, face: ShowFace, status: int) -> HttpResponse:
    return render(request, "people/profile.html", {"form": form, "face": face}, status=status)


@require_POST
def photo(request: HttpRequest) -> HttpResponse:
    face = ShowFace(request.POST, request.FILES)
    if face.is_valid():
        try:
            request.user.show_face(face.cleaned_data["photo"].read(), face.square)
        except UnusableImage as fault:
            face.add_error("photo", _in_words(fault))
        else:
            return redirect(_onwards(request))
    return _profile(request, Describe(instance=request.user), face, 422)


def _in_words(fault: UnusableImage) -> str:
    return {
        NotAnImage: _("This is no picture, or it is damaged. Choose a JPEG, PNG, WebP, GIF or AVIF file."),
        TooManyPixels: _("This picture has too many pixels. Make it smaller first, such as 2000 by 2000."),
    }[type(fault)]


def _onwards(request: HttpRequest) -> str:
    """Back to the welcome for who came from there."""
    return reverse("welcome" if request.POST.get("page") == "welcome" else "edit-profile")


@require_POST
def photo_removal(request: HttpRequest) -> HttpResponse:
    request.user.hide_face()
    return redirect("edit-profile")


@require_safe
@cache_control(private=True, immutable=True, max_age=365 * 24 * 3600)
def face(request: HttpRequest, whose: int, photo: str, size: int) -> HttpResponse:
    """A photo, for who may see the person. Its name changes with it, so browsers may keep it."""
    person = fetch(Person.objects, request.user, pk=whose, photo=photo)
    if size not in faces.SIZES:
        raise Http404
    try:
        picture = default_storage.open(faces.place_of(person.pk, photo, size))
    except FileNotFoundError as fault:
        raise Http404 from fault
    return FileResponse(picture, content_type="image/webp")


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    form = Choose(request.POST if request.method == "POST" else None, instance=request.user)
    if form.is_valid():
        chosen = form.save()
        translation.activate(chosen.language or translation.get_language())
        return redirect(f"{reverse('settings')}?kept=choices")
    return _settings(request, form, ChangePassword(request.user), 422 if form.errors else 200)


def _settings(request: HttpRequest, form: Choose, password: ChangePassword, status: int) -> HttpResponse:
    context = {
        "form": form,
        "password": password,
        "log_ins": list(LogIn.objects.of(request.user)),
        "this_session": request.session.session_key,
    }
    return render(request, "people/settings.html", context, status=status)


@require_POST
def password(request: HttpRequest) -> HttpResponse:
    """A new password; everywhere else this person is logged out."""
    form = ChangePassword(request.user, request.POST)
    if not form.is_valid():
        return _settings(request, Choose(instance=request.user), form, 422)
    elsewhere = LogIn.objects.filter(person=request.user).exclude(session=request.session.session_key)
    form.save()
    elsewhere.end()
    here = LogIn.objects.filter(session=request.session.session_key)
    update_session_auth_hash(request, form.user)
    here.update(session=request.session.session_key)
    return redirect(f"{reverse('settings')}?kept=password")


@require_POST
def log_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """Ends one other session, or all others."""
    mine = LogIn.objects.filter(person=request.user).exclude(session=request.session.session_key)
    chosen = request.POST.get("log_in", "")
    (mine.filter(pk=chosen) if chosen.isdecimal() else mine).end()
    return redirect(f"{reverse('settings')}?kept=elsewhere#devices")
