from django.apps import AppConfig


class NotifyRoom(AppConfig):
    name = "knoop.notify"
    label = "notify"
