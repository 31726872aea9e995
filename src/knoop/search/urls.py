from django.urls import path

from knoop.search import views

urlpatterns = [path("search", views.search, name="search")]
