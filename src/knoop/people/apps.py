from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PeopleRoom(AppConfig):
    name = "knoop.people"
    label = "people"

    def ready(self) -> None:
        from knoop.people import codes, following, own_fields, sessions, tries  # noqa: F401 - tables of this room

        autodiscover_modules("expertise", "arrivals")
