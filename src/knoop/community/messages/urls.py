from django.urls import path

from knoop.community.messages import views

urlpatterns = [
    path("messages/", views.conversations, name="conversations"),
    path("messages/new", views.start, name="start-conversation"),
    path("messages/<int:pk>", views.conversation, name="conversation"),
    path("messages/<int:pk>/messages", views.messages, name="messages"),
    path("messages/<int:pk>/people", views.people, name="conversation-people"),
    path("messages/<int:pk>/departure", views.departure, name="conversation-departure"),
    path("messages/<int:pk>/name", views.name, name="conversation-name"),
    path("messages/<int:pk>/mute", views.mute, name="conversation-mute"),
    path("messages/said/<int:pk>/withdrawal", views.withdrawal, name="message-withdrawal"),
]
