from django.urls import path

from knoop.web import views

urlpatterns = [
    path("menu", views.menu, name="menu"),
    path("healthz", views.healthz, name="healthz"),
    path("style/<slug:digest>.css", views.style, name="stylesheet"),
]
