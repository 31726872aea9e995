from django.apps import AppConfig


class InsightsRoom(AppConfig):
    name = "knoop.leadership.insights"
    label = "insights"
