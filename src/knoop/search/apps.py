from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchRoom(AppConfig):
    name = "knoop.search"
    label = "search"

    def ready(self) -> None:
        autodiscover_modules("searched", "papers", "dialogues")
