from django.apps import AppConfig


class MeetingsRoom(AppConfig):
    name = "knoop.community.meetings"
    label = "meetings"
