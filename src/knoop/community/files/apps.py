from django.apps import AppConfig


class FilesRoom(AppConfig):
    name = "knoop.community.files"
    label = "files"
