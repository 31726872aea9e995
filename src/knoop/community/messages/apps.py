from django.apps import AppConfig


class MessagesRoom(AppConfig):
    name = "knoop.community.messages"
    label = "messages"
