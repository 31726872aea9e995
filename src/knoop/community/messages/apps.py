from django.apps import AppConfig


class MessagesRoom(AppConfig):
    name = "knoop.community.messages"
    label = "messages"

    def ready(self) -> None:
        from knoop.community.messages import files  # noqa: F401 - what files hang on here
