from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe, require_POST

from knoop.people.forms import LogIn, Looking
from knoop.people.models import Person

PAGE = 60

log_in = auth.LoginView.as_view(
    template_name="people/log_in.html", authentication_form=LogIn, redirect_authenticated_user=True
)
log_out = auth.LogoutView.as_view()


@method_decorator(login_not_required, name="dispatch")
class AcceptInvitation(auth.PasswordResetConfirmView):
    """Who was invited chooses a password by a link that works once, for a week."""

    template_name = "people/invitation.html"
    post_reset_login = True
    success_url = "/"


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    looking = Looking(request.GET)
    found = looking.cleaned_data if looking.is_valid() else {}
    people = Person.objects.visible_to(request.user).present().for_directory()
    for word in found.get("name", "").split():
        people = people.filter(Q(name__icontains=word) | Q(title__icontains=word) | Q(about__icontains=word))
    if found.get("unit"):
        people = people.filter(unit=found["unit"])
    people = people.filter(name__gte=request.GET.get("from", ""))[: PAGE + 1]
    part = "#people" if request.htmx else ""
    return render(request, f"people/directory.html{part}", {"looking": looking, **_page(list(people))})


def _page(people: list[Person]) -> dict[str, object]:
    return {"people": people[:PAGE], "next": people[PAGE].name if len(people) > PAGE else ""}


@require_POST
@login_not_required
def language(request: HttpRequest) -> HttpResponse:
    """Keeps the language somebody chose: with the person, and on this device for before they log in."""
    chosen = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if is_ours else "/")
    if chosen in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            request.user.speak(chosen)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=365 * 24 * 3600, samesite="Lax")
    return response
