from django.urls import path

from knoop.community.spaces import views

urlpatterns = [
    path("spaces/", views.spaces, name="spaces"),
    path("spaces/<slug:slug>/membership", views.membership, name="membership"),
    path("spaces/<slug:slug>/memberships", views.memberships, name="memberships"),
    path("spaces/<slug:slug>/departure", views.departure, name="space-departure"),
]
