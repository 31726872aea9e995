"""Files on pages: seen by who reads the page, for as long as it isn't withdrawn."""

from django.urls import reverse

from knoop.community.files.holders import holder
from knoop.community.pages.models import Page

holder(
    "page",
    lambda person: Page.objects.visible_to(person).kept(),
    lambda pk: reverse("page", args=[pk]),
)
