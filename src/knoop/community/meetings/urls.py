from django.urls import path

from knoop.community.meetings import views

urlpatterns = [
    path("events/", views.meetings, name="meetings"),
    path("events/<int:pk>", views.meeting, name="meeting"),
    path("events/<int:pk>/change", views.change, name="meeting-change"),
    path("events/<int:pk>/cancellation", views.cancellation, name="meeting-cancellation"),
    path("events/<int:pk>/enrolment", views.enrolment, name="enrolment"),
    path("events/<int:pk>/withdrawal", views.withdrawal, name="enrolment-withdrawal"),
    path("events/<int:pk>.ics", views.as_file, name="meeting-file"),
    path("events/address", views.feed, name="meeting-feeds"),
    path("events/<uuid:key>.ics", views.feed_file, name="meeting-feed"),
    path("spaces/<slug:slug>/events", views.of_space, name="space-meetings"),
    path("spaces/<slug:slug>/events/new", views.plan, name="plan-meeting"),
]
