from django.apps import AppConfig


class PeopleRoom(AppConfig):
    name = "knoop.people"
    label = "people"

    def ready(self) -> None:
        from knoop.people import tries  # noqa: F401 - a table of this room
