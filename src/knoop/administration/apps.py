from django.apps import AppConfig


class AdministrationRoom(AppConfig):
    name = "knoop.administration"
    label = "administration"
