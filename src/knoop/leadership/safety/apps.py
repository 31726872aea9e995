from django.apps import AppConfig


class SafetyRoom(AppConfig):
    name = "knoop.leadership.safety"
    label = "safety"
