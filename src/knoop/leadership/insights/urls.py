from django.urls import path

from knoop.leadership.insights import views

urlpatterns = [path("network/", views.network, name="network")]
