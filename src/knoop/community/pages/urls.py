from django.urls import path

from knoop.community.pages import views

urlpatterns = [
    path("pages/", views.recent, name="pages"),
    path("pages/<int:pk>", views.page, name="page"),
    path("pages/<int:pk>/change", views.change, name="page-change"),
    path("pages/<int:pk>/history", views.history, name="page-history"),
    path("pages/<int:pk>/history/<int:number>", views.version, name="page-version"),
    path("pages/<int:pk>/history/<int:number>/restoration", views.restoration, name="page-restoration"),
    path("pages/<int:pk>/move", views.move, name="page-move"),
    path("pages/<int:pk>/withdrawal", views.withdrawal, name="page-withdrawal"),
    path("pages/<int:pk>/return", views.bringing_back, name="page-return"),
    path("pages/<int:pk>/watch", views.watch, name="page-watch"),
    path("pages/<int:pk>/confirmation", views.confirmation, name="page-confirmation"),
    path("spaces/<slug:slug>/pages", views.of_space, name="space-pages"),
    path("spaces/<slug:slug>/pages/new", views.write, name="write-page"),
]
