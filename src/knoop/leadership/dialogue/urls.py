from django.urls import path

from knoop.leadership.dialogue import views, views_questions

urlpatterns = [
    path("dialogue/", views.overview, name="dialogues"),
    path("dialogue/rounds/new", views.new_round, name="new-round"),
    path("dialogue/sessions/new", views.new_session, name="new-session"),
    path("dialogue/<int:pk>", views.dialogue, name="dialogue"),
    path("dialogue/<int:pk>/participation", views.participation, name="dialogue-participation"),
    path("dialogue/<int:pk>/answer", views.answer, name="dialogue-answer"),
    path("dialogue/<int:pk>/questions", views_questions.questions, name="dialogue-questions"),
    path("dialogue/questions/<uuid:pk>/vote", views_questions.vote, name="question-vote"),
    path("dialogue/questions/<uuid:pk>/vote/end", views_questions.vote_end, name="question-vote-end"),
    path("dialogue/questions/<uuid:pk>/turn", views_questions.turn, name="question-turn"),
    path("dialogue/questions/<uuid:pk>/answer", views_questions.answer, name="question-answer"),
]
