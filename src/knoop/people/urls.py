from django.urls import path

from knoop.people import followers, views

urlpatterns = [
    path("login", views.log_in, name="login"),
    path("logout", views.log_out, name="logout"),
    path("invitation/<uidb64>/<token>", views.AcceptInvitation.as_view(), name="invitation"),
    path("language", views.language, name="language"),
    path("people/", views.directory, name="people"),
    path("people/<str:handle>/following", followers.following, name="following"),
    path("people/<str:handle>/following/end", followers.following_end, name="following-end"),
    path("following", followers.followed, name="followed"),
]
