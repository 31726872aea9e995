"""Pages for the lines of the profile that the organisation adds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from knoop.access.door import fetch, require
from knoop.people import policy
from knoop.people.own_fields import OwnField

MOST_CHOICES = 60
MOST = 40  # fields: a profile is no form


class FieldForm(forms.ModelForm):
    choices = forms.CharField(
        label=_("Choices"),
        required=False,
        help_text=_("One on each line; only for a field with choices."),
        widget=forms.Textarea({"rows": 4}),
    )

    class Meta:
        model = OwnField
        fields = ["label_nl", "label_en", "kind", "choices", "readers", "is_facet"]
        labels = {"readers": _("Who reads it, while somebody hasn't chosen")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["choices"] = "\n".join(self.instance.choices)

    def clean_choices(self) -> list[str]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["choices"].splitlines())
        choices = list(dict.fromkeys(line for line in lines if line))
        if len(choices) > MOST_CHOICES or any(len(choice) > 100 for choice in choices):
            raise ValidationError(_("At most 60 choices, of at most 100 characters each."))
        return choices

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        is_choice = found.get("kind") == OwnField.Kind.CHOICE
        if is_choice and "choices" in found and len(found["choices"]) < 2:
            self.add_error("choices", _("Give two choices or more, each on a line of its own."))
        if not is_choice:
            found["choices"] = []
        return found


@require_http_methods(["GET", "HEAD", "POST"])
def fields(request: HttpRequest) -> HttpResponse:
    require(policy.may_administer(request.user))
    form = FieldForm(request.POST if request.method == "POST" else None)
    current = list(OwnField.objects.current().for_list())
    if form.is_valid() and len(current) >= MOST:
        form.add_error(None, _("There are forty fields already. Put one away first."))
    elif form.is_valid():
        OwnField.objects.add(request.user, form.cleaned_data)
        return redirect("own-fields")
    away = request.GET.get("away", "")
    context = {
        "form": form,
        "fields": current,
        "retired": OwnField.objects.exclude(retired_at=None).for_list().order_by("-retired_at"),
        "away": OwnField.objects.filter(pk=away).first() if away.isdecimal() else None,
    }
    return render(request, "people/own_fields.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def field(request: HttpRequest, field: int) -> HttpResponse:
    require(policy.may_administer(request.user))
    found = fetch(OwnField.objects, request.user, pk=field)
    form = FieldForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        found.change(request.user, form.cleaned_data)
        return redirect("own-fields")
    # As it was, for the title: what was refused isn't its name.
    context = {"form": form, "field": fetch(OwnField.objects, request.user, pk=field)}
    return render(request, "people/own_field.html", context, status=422 if form.errors else 200)


@require_POST
def place(request: HttpRequest, field: int) -> HttpResponse:
    """One up, or one down."""
    require(policy.may_administer(request.user))
    found = fetch(OwnField.objects, request.user, pk=field)
    found.move(request.user, -1 if "up" in request.POST else 1)
    return redirect(f"{reverse('own-fields')}#field-{found.pk}")


@require_POST
def retirement(request: HttpRequest, field: int) -> HttpResponse:
    require(policy.may_administer(request.user))
    found = fetch(OwnField.objects, request.user, pk=field)
    found.retire(request.user)
    return redirect(f"{reverse('own-fields')}?away={found.pk}")


@require_POST
def retirement_end(request: HttpRequest, field: int) -> HttpResponse:
    require(policy.may_administer(request.user))
    found = fetch(OwnField.objects, request.user, pk=field)
    found.come_back(request.user)
    return redirect("own-fields")
