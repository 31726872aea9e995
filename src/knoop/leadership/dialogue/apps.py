from django.apps import AppConfig


class DialogueRoom(AppConfig):
    name = "knoop.leadership.dialogue"
    label = "dialogue"
