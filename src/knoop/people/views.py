from django.conf import settings
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from knoop.people.forms import LogIn
from knoop.people.models import Person


class LogInPage(auth.LoginView):
    template_name = "people/log_in.html"
    authentication_form = LogIn
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


log_in = LogInPage.as_view()
log_out = auth.LogoutView.as_view()


@method_decorator(login_not_required, name="dispatch")
class AcceptInvitation(auth.PasswordResetConfirmView):
    """Who was invited chooses a password by a link that works once, for a week, until they leave."""

    template_name = "people/invitation.html"
    post_reset_login = True
    success_url = "/welcome"

    def get_user(self, uidb64: str) -> Person | None:
        person: Person | None = super().get_user(uidb64)
        return person if person and person.may_log_in else None

    def form_invalid(self, form: SetPasswordForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


@require_POST
@login_not_required
def language(request: HttpRequest) -> HttpResponse:
    """Keeps the language somebody chose: with the person, and on this device for before they log in."""
    chosen = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = HttpResponseRedirect(back if is_ours else "/")
    if chosen in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            request.user.speak(chosen)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=365 * 24 * 3600, samesite="Lax")
    return response
