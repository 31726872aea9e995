from django.urls import path

from knoop.community.spaces import keeping, overseeing, views

urlpatterns = [
    path("spaces/", views.spaces, name="spaces"),
    path("spaces/new/", views.new_space, name="new-space"),
    path("spaces/<slug:slug>/about", views.about, name="space-about"),
    path("spaces/<slug:slug>/membership", views.membership, name="membership"),
    path("spaces/<slug:slug>/departure", views.departure, name="space-departure"),
    path("spaces/<slug:slug>/mute", views.mute, name="space-mute"),
    path("spaces/<slug:slug>/mute/withdrawal", views.mute_withdrawal, name="space-mute-withdrawal"),
    path("spaces/<slug:slug>/requests", views.requests, name="space-requests"),
    path("spaces/<slug:slug>/requests/withdrawal", views.request_withdrawal, name="space-request-withdrawal"),
    path("spaces/<slug:slug>/requests/sight", views.request_sight, name="space-request-sight"),
    path("spaces/<slug:slug>/invitation/acceptance", views.acceptance, name="space-invitation-acceptance"),
    path("spaces/<slug:slug>/invitation/refusal", views.refusal, name="space-invitation-refusal"),
    path("spaces/<slug:slug>/members", keeping.members, name="space-members"),
    path("spaces/<slug:slug>/memberships", keeping.memberships, name="memberships"),
    path("spaces/<slug:slug>/guests", keeping.guests, name="space-guests"),
    path("spaces/<slug:slug>/members/<str:handle>/role", keeping.role, name="space-role"),
    path("spaces/<slug:slug>/members/<str:handle>/removal", keeping.removal, name="space-removal"),
    path("spaces/<slug:slug>/requests/<int:pk>/acceptance", keeping.admission, name="space-admission"),
    path("spaces/<slug:slug>/requests/<int:pk>/refusal", keeping.refusal, name="space-refusal"),
    path(
        "spaces/<slug:slug>/invitations/<int:pk>/withdrawal",
        keeping.invitation_withdrawal,
        name="space-invitation-withdrawal",
    ),
    path("spaces/<slug:slug>/settings", keeping.settings, name="space-settings"),
    path("spaces/<slug:slug>/archival", keeping.archival, name="space-archival"),
    path(
        "spaces/<slug:slug>/archival/withdrawal",
        keeping.archival_withdrawal,
        name="space-archival-withdrawal",
    ),
    path("administration/spaces/", overseeing.all_spaces, name="all-spaces"),
    path("administration/spaces/units", overseeing.units, name="unit-spaces"),
    path("administration/spaces/<int:space>/takeover", overseeing.takeover, name="space-takeover"),
]
