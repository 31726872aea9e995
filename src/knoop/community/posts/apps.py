from django.apps import AppConfig


class PostsRoom(AppConfig):
    name = "knoop.community.posts"
    label = "posts"

    def ready(self) -> None:
        from knoop.community.posts import files  # noqa: F401 - what files hang on here
