from django.urls import path

from knoop.leadership.desk import views_calls, views_studio

urlpatterns = [
    path("studio/", views_studio.studio, name="studio"),
    path("studio/stories/<int:pk>", views_studio.story, name="story-in-studio"),
    path("studio/stories/<int:pk>/discard", views_studio.story_discard, name="story-discard"),
    path("studio/<slug:word>", views_studio.pattern, name="story-pattern"),
    path("calls/<int:pk>/sign-up", views_calls.sign_up, name="sign-up"),
    path("calls/<int:pk>/sign-up/end", views_calls.sign_up_end, name="sign-up-end"),
]
