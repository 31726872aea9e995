from django.apps import AppConfig


class ImportersRoom(AppConfig):
    name = "knoop.importers"
    label = "importers"
