from django.urls import path

from knoop.people import arrival, chart, directory, followers, joining, views, you

urlpatterns = [
    path("login", views.log_in, name="login"),
    path("logout", views.log_out, name="logout"),
    path("invitation/<uidb64>/<token>", views.AcceptInvitation.as_view(), name="invitation"),
    path("join", joining.door, name="join-door"),
    path("join/<slug:code>", joining.join, name="join"),
    path("administration/codes/", joining.codes, name="codes"),
    path("administration/codes/<int:code>", joining.code, name="code"),
    path("administration/codes/<int:code>/revocation", joining.code_revocation, name="code-revocation"),
    path("language", views.language, name="language"),
    path("welcome", arrival.welcome, name="welcome"),
    path("welcome/onwards", arrival.onwards, name="welcome-onwards"),
    path("you/profile", you.profile, name="edit-profile"),
    path("you/photo", you.photo, name="photo"),
    path("you/photo/removal", you.photo_removal, name="photo-removal"),
    path("photos/<int:whose>/<slug:photo>/<int:size>", you.face, name="face"),
    path("you/settings", you.settings, name="settings"),
    path("you/password", you.password, name="password"),
    path("you/log-outs", you.log_out_elsewhere, name="log-out-elsewhere"),
    path("people/", directory.directory, name="people"),
    path("who-can-help", directory.who_can_help, name="who-can-help"),
    path("organisation/", chart.units, name="organisation"),
    path("organisation/lines", chart.lines, name="reporting-lines"),
    path("organisation/lines/<str:handle>", chart.led_by, name="led-by"),
    path("units/<slug:unit>", chart.unit, name="unit"),
    path("units/<slug:unit>/below", chart.units_below, name="units-below"),
    path("people/<str:handle>/following", followers.following, name="following"),
    path("people/<str:handle>/following/end", followers.following_end, name="following-end"),
    path("following", followers.followed, name="followed"),
]
