from django.urls import path

from knoop.notify import views, views_mail

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
    path("notices/mail", views_mail.choices, name="mail-settings"),
    path("notices/mail/first", views_mail.first_choice, name="mail-first-choice"),
    path("notices/mail/hearing", views_mail.hearing, name="mail-hearing"),
    path("mail/stop/<str:word>", views_mail.stop, name="stop-mail"),
    path("administration/mail/", views_mail.administration, name="mail-administration"),
    path("administration/mail/<int:pk>/retrial", views_mail.lift, name="mail-retrial"),
]
