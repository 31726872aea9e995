from django.urls import path

from knoop.live import views

urlpatterns = [
    path("live/marks", views.marks, name="marks"),
    path("devices", views.devices, name="devices"),
    path("devices/<int:pk>/removal", views.removal, name="device-removal"),
    path("devices/<int:pk>/trial", views.trial, name="device-trial"),
]
