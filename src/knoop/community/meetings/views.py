from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import fetch, require
from knoop.community.meetings import policy
from knoop.community.meetings.forms import CancelMeeting, PlanMeeting
from knoop.community.meetings.icalendar import calendar
from knoop.community.meetings.listing import listing
from knoop.community.meetings.models import Enrolment, Feed, Meeting
from knoop.community.spaces.models import Space

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """What comes in my spaces, or what was."""
    mine = Meeting.objects.visible_to(request.user).that_concern(request.user)
    context = {
        "listing": _listing(request, mine),
        "feed": Feed.objects.filter(person=request.user).first(),
    }
    return render(request, f"meetings/meetings.html{'#list' if request.htmx else ''}", context)


def _listing(request: HttpRequest, found):  # type: ignore[no-untyped-def]
    is_past = "past" in request.GET
    return listing(found, request.user, is_past=is_past, cursor=request.GET.get("from", ""))


@require_safe
def of_space(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    context = {
        "space": space,
        "listing": _listing(request, Meeting.objects.visible_to(request.user).filter(space=space)),
        "may_plan": policy.may_plan(request.user, space),
    }
    return render(request, f"meetings/of_space.html{'#list' if request.htmx else ''}", context)


@FORM
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    space = fetch(Space.objects.for_page(), request.user, slug=slug)
    require(policy.may_plan(request.user, space))
    form = PlanMeeting(request.POST if request.method == "POST" else None)
    if form.is_valid():
        once, planned = form.cleaned_data["once"], []
        for fields in form.occasions():
            planned.append(Meeting.objects.plan(request.user, space, once, **fields))
            once = None  # the form is known by its first
        return redirect(planned[0])
    status = 422 if form.errors else 200
    return render(request, "meetings/plan.html", {"space": space, "form": form}, status=status)


@require_safe
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return _meeting(request, fetch(Meeting.objects.for_list(request.user), request.user, pk=pk))


def _meeting(
    request: HttpRequest, found: Meeting, cancel: CancelMeeting | None = None, status: int = 200
) -> HttpResponse:
    people = list(Enrolment.objects.filter(meeting=found).in_order())
    context = {
        "meeting": found,
        "space": found.space,
        "going": [one for one in people if not one.is_waiting],
        "waiting": [one for one in people if one.is_waiting],
        "may_enrol": policy.may_enrol(request.user, found),
        "may_change": policy.may_change(request.user, found),
        "cancel": cancel or CancelMeeting(),
    }
    return render(request, "meetings/meeting.html", context, status=status)


@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Meeting.objects.select_related("space__archival"), request.user, pk=pk)
    require(policy.may_change(request.user, found) and not found.is_cancelled)
    form = PlanMeeting(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        found.change(request.user, **form.fields_of_meeting)
        return redirect(found)
    context = {"meeting": found, "space": found.space, "form": form}
    return render(request, "meetings/change.html", context, status=422 if form.errors else 200)


@require_POST
def cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Meeting.objects.for_list(request.user), request.user, pk=pk)
    require(policy.may_change(request.user, found))
    form = CancelMeeting(request.POST)
    if not form.is_valid():
        return _meeting(request, found, form, status=422)
    found.cancel(request.user, form.cleaned_data["because"])
    return redirect(found)


@require_POST
def enrolment(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Meeting.objects.select_related("space__archival"), request.user, pk=pk)
    require(policy.may_enrol(request.user, found))
    found.enrol(request.user)
    return redirect(found)


@require_POST
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Giving up one's own place is always allowed: it takes nothing from anybody."""
    found = fetch(Meeting.objects, request.user, pk=pk)
    found.withdraw(request.user)
    return redirect(found)


@require_safe
def as_file(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(Meeting.objects, request.user, pk=pk)
    headers = {"Content-Disposition": f'attachment; filename="knoop-{found.pk}.ics"'}
    return HttpResponse(calendar([found]), content_type="text/calendar; charset=utf-8", headers=headers)


@require_POST
def feed(request: HttpRequest) -> HttpResponse:
    """A new calendar address; one that leaked is worth nothing any more."""
    Feed.renewed(request.user)
    return redirect("meetings")


@require_safe
@login_not_required
def feed_file(request: HttpRequest, key: str) -> HttpResponse:
    """For a calendar program, which can't log in: the address itself is the key."""
    found = Feed.objects.select_related("person__departure").filter(key=key).first()
    if found is None or not found.person.is_active:
        raise Http404
    mine = Meeting.objects.visible_to(found.person).filter(enrolments__person=found.person)
    return HttpResponse(
        calendar(mine.order_by("-starts_at")[:500], "Knoop"), content_type="text/calendar; charset=utf-8"
    )
