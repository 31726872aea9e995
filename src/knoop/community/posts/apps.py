from django.apps import AppConfig


class PostsRoom(AppConfig):
    name = "knoop.community.posts"
    label = "posts"
