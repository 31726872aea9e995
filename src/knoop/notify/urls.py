from django.urls import path

from knoop.notify import views

urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/<int:pk>", views.notice, name="notice"),
    path("notices/<int:pk>/mutes", views.mutes, name="notice-mutes"),
    path("notices/reading", views.reading, name="notice-reading"),
    path("notices/reading/withdrawal", views.reading_withdrawal, name="notice-reading-withdrawal"),
    path("notices/mutes/<int:pk>/withdrawal", views.mute_withdrawal, name="mute-withdrawal"),
    path("notices/settings", views.wishes, name="notice-settings"),
    path("notices/spaces/<slug:slug>", views.space, name="notices-of-space"),
    path("notices/spaces/<slug:slug>/quiet", views.quiet, name="quiet-check"),
]
