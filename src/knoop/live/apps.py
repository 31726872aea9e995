from django.apps import AppConfig

from knoop.web.offline import add_to_worker


class LiveRoom(AppConfig):
    name = "knoop.live"
    label = "live"

    def ready(self) -> None:
        add_to_worker("live/pushed.js")
