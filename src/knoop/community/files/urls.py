from django.urls import path

from knoop.community.files import views

urlpatterns = [
    path("spaces/<slug:slug>/files", views.space_files, name="space-files"),
    path("files/", views.files, name="files"),
    path("files/<slug:pk>", views.file, name="file"),
    path("files/<slug:pk>/content", views.content, name="file-content"),
    path("files/<slug:pk>/name", views.name, name="file-name"),
    path("files/<slug:pk>/description", views.description, name="file-description"),
    path("files/<slug:pk>/space", views.space, name="file-space"),
    path("files/<slug:pk>/versions", views.versions, name="file-versions"),
    path("files/<slug:pk>/versions/<int:number>", views.version, name="file-version"),
    path("files/<slug:pk>/versions/<int:number>/<int:width>.webp", views.preview, name="file-preview"),
    path("files/<slug:pk>/versions/<int:number>/restoration", views.restoration, name="file-restoration"),
    path("files/<slug:pk>/withdrawal", views.withdrawal, name="file-withdrawal"),
    path("files/<slug:pk>/return", views.bring_back, name="file-return"),
]
