from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class EventsRoom(AppConfig):
    name = "knoop.events"
    label = "events"

    def ready(self) -> None:
        autodiscover_modules("listeners")
