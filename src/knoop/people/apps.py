from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PeopleRoom(AppConfig):
    name = "knoop.people"
    label = "people"

    def ready(self) -> None:
        from knoop.people import (  # noqa: F401 - tables of this room
            batches,
            codes,
            erasures,
            exports,
            following,
            held,
            own_fields,
            sessions,
            tries,
        )

        autodiscover_modules("expertise", "arrivals", "holdings")
