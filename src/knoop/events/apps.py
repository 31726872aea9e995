from django.apps import AppConfig


class EventsRoom(AppConfig):
    name = "knoop.events"
    label = "events"
