from django.apps import AppConfig


class PeopleRoom(AppConfig):
    name = "knoop.people"
    label = "people"
