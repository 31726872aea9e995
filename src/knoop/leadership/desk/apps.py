from django.apps import AppConfig


class DeskRoom(AppConfig):
    name = "knoop.leadership.desk"
    label = "desk"
