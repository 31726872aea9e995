from django.apps import AppConfig


class SignalsRoom(AppConfig):
    name = "knoop.community.signals"
    label = "signals"
