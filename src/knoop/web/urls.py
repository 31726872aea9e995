from django.urls import path

from knoop.web import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("sw.js", views.worker, name="worker"),
    path("offline", views.without_connection, name="offline"),
    path("menu", views.menu, name="menu"),
    path("healthz", views.healthz, name="healthz"),
    path("style/<slug:digest>.css", views.style, name="stylesheet"),
]
