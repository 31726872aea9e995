from django.apps import AppConfig


class PeopleRoom(AppConfig):
    name = "knoop.people"
    label = "people"

    def ready(self) -> None:
        from knoop.people import following, tries  # noqa: F401 - tables of this room
