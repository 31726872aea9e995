from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.administration.policy import may_administer
from knoop.web.slots import in_slot


@in_slot("nav", order=95)
def jobs(request: HttpRequest, _thing: Any) -> str:
    """The way to the jobs, for those who keep the machine running."""
    if not request.user.is_authenticated or not may_administer(request.user):
        return ""
    return render_to_string("administration/nav.html", {}, request)
