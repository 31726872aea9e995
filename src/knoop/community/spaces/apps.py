from django.apps import AppConfig


class SpacesRoom(AppConfig):
    name = "knoop.community.spaces"
    label = "spaces"

    def ready(self) -> None:
        from knoop.community.spaces import asking  # noqa: F401 - tables of this room
