from django.apps import AppConfig


class PagesRoom(AppConfig):
    name = "knoop.community.pages"
    label = "pages"
