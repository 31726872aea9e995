from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from knoop.search.forms import Searching
from knoop.search.page import page


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What somebody may see of what they look for; htmx asks for the part that changes while they type."""
    form = Searching(request.GET, person=request.user)
    context = {"form": form, "page": page(request.user, form, request.GET.get("page", ""))}
    return render(request, f"search/search.html{'#found' if request.htmx else ''}", context)
