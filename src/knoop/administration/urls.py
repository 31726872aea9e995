from django.urls import path

from knoop.administration import views

urlpatterns = [
    path("administration/jobs/", views.jobs, name="jobs"),
    path("administration/jobs/<int:job>/retrial", views.retrial, name="job-retrial"),
    path("administration/jobs/<int:job>/storage", views.storage, name="job-storage"),
    path("administration/jobs/<int:job>/return", views.return_, name="job-return"),
]
