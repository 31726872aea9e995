from django.apps import AppConfig


class SpacesRoom(AppConfig):
    name = "knoop.community.spaces"
    label = "spaces"
