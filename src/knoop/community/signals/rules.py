"""The pages on which it's said who answers what, within how many days, and which days are free."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from knoop.access.door import require
from knoop.community.signals import policy, promising
from knoop.community.signals.choosing import Colleague, kept
from knoop.community.signals.kinds import Kind
from knoop.community.signals.models import FreeDay, Route, Term
from knoop.community.signals.promising import LONGEST, NAMES, today
from knoop.community.signals.routing import Answerer, Asked, Staff, answerer
from knoop.community.spaces.models import Space
from knoop.people.models import Person, Unit

FORM = require_http_methods(["GET", "HEAD", "POST"])


class Rule(forms.ModelForm):
    owner = Colleague(
        label=_("Answered by"),
        required=False,
        help_text=_("Leave it empty for who leads the unit that the signal is about."),
    )

    class Meta:
        model = Route
        fields = ["kind", "unit", "topic", "space", "owner"]

    def __init__(self, *args: Any, person: Person, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = [("", _("any kind")), *Kind.choices]
        self.fields["unit"].empty_label = _("any unit")
        self.fields["space"].empty_label = _("any space, or none")
        here = Q(pk=self.instance.space_id)
        seen = Space.objects.visible_to(person).current().values("pk")
        self.fields["space"].queryset = Space.objects.filter(here | Q(pk__in=seen)).order_by("name", "pk")
        if self.instance.owner:
            self.initial["owner"] = self.instance.owner.handle

    def clean_topic(self) -> str:
        words = kept(self.cleaned_data["topic"]).split()
        if len(words) > 1:
            raise forms.ValidationError(_("One word; make another rule for the next."))
        return words[0] if words else ""


class Try(forms.Form):
    """A signal that isn't there, to see where it would go."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind)
    raiser = Colleague(label=_("Raised by"), required=False)
    unit = forms.ModelChoiceField(Unit.objects.all(), label=_("Unit"), required=False, empty_label="–")
    topic = forms.CharField(label=_("Topic word"), required=False, max_length=60)
    space = forms.ModelChoiceField(Space.objects.none(), label=_("Space"), required=False, empty_label="–")

    def __init__(self, *args: Any, person: Person, **more: Any) -> None:
        super().__init__(*args, auto_id="try-%s", **more)
        self.fields["space"].queryset = Space.objects.visible_to(person).current().order_by("name", "pk")

    def found(self) -> tuple[Person, str]:
        """Who would answer, and why in words."""
        given = self.cleaned_data
        raiser, unit = given["raiser"], given["unit"]
        unit = unit.pk if unit else raiser.unit_id if raiser else None
        asked = Asked(
            given["kind"],
            unit,
            kept(given["topic"]).split(),
            given["space"].pk if given["space"] else None,
            raiser.pk if raiser else None,
        )
        routes = list(Route.objects.for_list())
        chosen = answerer(asked, Staff.now(), routes)
        return Person.objects.get(pk=chosen.person), _why(chosen, routes)


def _why(chosen: Answerer, routes: list[Route]) -> str:
    number = routes.index(chosen.route) + 1 if chosen.route else 0
    return str(chosen.why.value) % {"rule": number}


class Terms(forms.Form):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for what, days in promising.terms().items():
            label = NAMES[what]
            field = forms.IntegerField(label=label, initial=days, min_value=1, max_value=LONGEST)
            self.fields[str(what)] = field

    def keep(self) -> None:
        for what, days in self.cleaned_data.items():
            Term.objects.update_or_create(what=what, defaults={"days": days})


class AddFreeDay(forms.ModelForm):
    class Meta:
        model = FreeDay
        fields = ["day", "name"]
        widgets = {"day": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        error_messages = {"day": {"unique": _("This day is in the list already.")}}


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    require(policy.may_set_rules(request.user))
    tried = Try(request.GET, person=request.user) if "kind" in request.GET else None
    return _rules(request, tried=tried)


def _rules(request: HttpRequest, status: int = 200, **forms_of: Any) -> HttpResponse:
    """The page, with a form that was refused in its place."""
    tried = forms_of.pop("tried", None)
    routes = list(Route.objects.for_list())
    able = Staff.now().able
    for route in routes:
        route.is_gone = bool(route.owner_id and route.owner_id not in able)  # type: ignore[attr-defined]
    context = {
        "routes": routes,
        "rule": Rule(person=request.user),
        "tried": tried or Try(person=request.user),
        "would_go": tried.found() if tried and tried.is_valid() else None,
        "terms": Terms(),
        "free_day": AddFreeDay(),
        "free_days": FreeDay.objects.filter(day__gte=today()),
    }
    return render(request, "signals/rules.html", context | forms_of, status=status)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    require(policy.may_set_rules(request.user))
    form = Rule(request.POST, person=request.user)
    if not form.is_valid():
        return _rules(request, 422, rule=form)
    Route.objects.add(**form.cleaned_data)
    return redirect("signal-rules")


@FORM
def change(request: HttpRequest, rule: int) -> HttpResponse:
    require(policy.may_set_rules(request.user))
    route = get_object_or_404(Route.objects.select_related("owner"), pk=rule)
    form = Rule(request.POST if request.method == "POST" else None, instance=route, person=request.user)
    if form.is_valid():
        route = form.save(commit=False)
        route.owner = form.cleaned_data["owner"]
        route.save()
        return redirect("signal-rules")
    context = {"route": route, "rule": form}
    return render(request, "signals/rule.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: HttpRequest, rule: int) -> HttpResponse:
    require(policy.may_set_rules(request.user))
    Route.objects.filter(pk=rule).delete()
    return redirect("signal-rules")


@require_POST
def shift(request: HttpRequest, rule: int) -> HttpResponse:
    """Up or down; rules are asked from the top."""
    require(policy.may_set_rules(request.user))
    get_object_or_404(Route, pk=rule).shift(is_up=request.POST.get("to") == "up")
    return redirect("signal-rules")


@require_POST
def terms(request: HttpRequest) -> HttpResponse:
    require(policy.may_set_rules(request.user))
    form = Terms(request.POST)
    if not form.is_valid():
        return _rules(request, 422, terms=form)
    form.keep()
    return redirect("signal-rules")


@require_POST
def free_days(request: HttpRequest) -> HttpResponse:
    require(policy.may_set_rules(request.user))
    form = AddFreeDay(request.POST)
    if not form.is_valid():
        return _rules(request, 422, free_day=form)
    form.save()
    return redirect("signal-rules")


@require_POST
def free_day_removal(request: HttpRequest, free_day: int) -> HttpResponse:
    require(policy.may_set_rules(request.user))
    FreeDay.objects.filter(pk=free_day).delete()
    return redirect("signal-rules")
