"""All addresses: each room says its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("knoop.web.urls")),
    path("", include("knoop.people.urls")),
    path("", include("knoop.community.spaces.urls")),
    path("", include("knoop.community.files.urls")),
    path("", include("knoop.community.posts.urls")),
    path("", include("knoop.community.pages.urls")),
    path("", include("knoop.community.meetings.urls")),
    path("", include("knoop.community.messages.urls")),
    path("", include("knoop.community.signals.urls")),
    path("", include("knoop.leadership.insights.urls")),
    path("", include("knoop.notify.urls")),
    path("", include("knoop.live.urls")),
    path("", include("knoop.administration.urls")),
    path("", include("knoop.search.urls")),
]
handler404 = "knoop.web.views.not_found"
handler403 = "knoop.web.views.not_allowed"
handler500 = "knoop.web.views.went_wrong"
