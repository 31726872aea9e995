from django.urls import path

from knoop.leadership.dialogue import views, views_days, views_ideas, views_questions

urlpatterns = [
    path("dialogue/", views.overview, name="dialogues"),
    path("dialogue/rounds/new", views.new_round, name="new-round"),
    path("dialogue/sessions/new", views.new_session, name="new-session"),
    path("dialogue/challenges/new", views.new_challenge, name="new-challenge"),
    path("dialogue/days/", views_days.days, name="days"),
    path("dialogue/days/new", views_days.offer, name="new-day"),
    path("dialogue/days/<int:pk>", views_days.day, name="day"),
    path("dialogue/days/<int:pk>/enrolment", views_days.enrolment, name="day-enrolment"),
    path("dialogue/days/<int:pk>/enrolment/end", views_days.enrolment_end, name="day-enrolment-end"),
    path("dialogue/days/<int:pk>/account", views_days.account, name="day-account"),
    path("dialogue/days/<int:pk>/remarks", views_days.remarks, name="day-remarks"),
    path("dialogue/<int:pk>", views.dialogue, name="dialogue"),
    path("dialogue/<int:pk>/participation", views.participation, name="dialogue-participation"),
    path("dialogue/<int:pk>/answer", views.answer, name="dialogue-answer"),
    path("dialogue/<int:pk>/questions", views_questions.questions, name="dialogue-questions"),
    path("dialogue/<int:pk>/ideas", views_ideas.ideas, name="dialogue-ideas"),
    path("dialogue/ideas/<int:pk>", views_ideas.idea, name="idea"),
    path("dialogue/ideas/<int:pk>/support", views_ideas.support, name="idea-support"),
    path("dialogue/ideas/<int:pk>/support/end", views_ideas.support_end, name="idea-support-end"),
    path("dialogue/ideas/<int:pk>/joining", views_ideas.joining, name="idea-joining"),
    path("dialogue/ideas/<int:pk>/joining/end", views_ideas.joining_end, name="idea-joining-end"),
    path("dialogue/ideas/<int:pk>/remarks", views_ideas.remarks, name="idea-remarks"),
    path("dialogue/ideas/<int:pk>/decision", views_ideas.decision, name="idea-decision"),
    path("dialogue/questions/<uuid:pk>/vote", views_questions.vote, name="question-vote"),
    path("dialogue/questions/<uuid:pk>/vote/end", views_questions.vote_end, name="question-vote-end"),
    path("dialogue/questions/<uuid:pk>/turn", views_questions.turn, name="question-turn"),
    path("dialogue/questions/<uuid:pk>/answer", views_questions.answer, name="question-answer"),
]
