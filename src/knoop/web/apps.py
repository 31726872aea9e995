from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class WebRoom(AppConfig):
    name = "knoop.web"
    label = "web"

    def ready(self) -> None:
        autodiscover_modules("slots")
