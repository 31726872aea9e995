from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import require
from knoop.administration import failures
from knoop.administration.policy import may_administer
from knoop.jobs.models import Job


@require_safe
def jobs(request: HttpRequest) -> HttpResponse:
    """Failed jobs; `again` and `away` in the address say what was just done with one."""
    require(may_administer(request.user))
    away = request.GET.get("away", "")
    context = {
        "page": failures.overview(),
        "is_tried": "again" in request.GET,
        "stored": Job.objects.put_away().filter(pk=away).first() if away.isdecimal() else None,
    }
    return render(request, "administration/jobs.html", context)


def _failed(request: HttpRequest, pk: int) -> Job:
    require(may_administer(request.user))
    found = Job.objects.filter(has_failed=True, pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_POST
def retrial(request: HttpRequest, job: int) -> HttpResponse:
    failures.try_again(_failed(request, job), request.user)
    return redirect(f"{reverse('jobs')}?again")


@require_POST
def storage(request: HttpRequest, job: int) -> HttpResponse:
    failures.put_away(_failed(request, job), request.user)
    return redirect(f"{reverse('jobs')}?away={job}")


@require_POST
def return_(request: HttpRequest, job: int) -> HttpResponse:
    failures.bring_back(_failed(request, job), request.user)
    return redirect(f"{reverse('jobs')}#job-{job}")
