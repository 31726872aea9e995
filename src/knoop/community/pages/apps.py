from django.apps import AppConfig


class PagesRoom(AppConfig):
    name = "knoop.community.pages"
    label = "pages"

    def ready(self) -> None:
        from knoop.community.pages import files  # noqa: F401 - what files hang on here
