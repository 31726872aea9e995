from django.apps import AppConfig


class WebRoom(AppConfig):
    name = "knoop.web"
    label = "web"
