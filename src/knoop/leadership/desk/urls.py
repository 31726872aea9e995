from django.urls import path

from knoop.leadership.desk import views_calls, views_desk, views_ledger, views_studio

urlpatterns = [
    path("studio/", views_studio.studio, name="studio"),
    path("studio/stories/<int:pk>", views_studio.story, name="story-in-studio"),
    path("studio/stories/<int:pk>/discard", views_studio.story_discard, name="story-discard"),
    path("studio/<slug:word>", views_studio.pattern, name="story-pattern"),
    path("calls/<int:pk>/sign-up", views_calls.sign_up, name="sign-up"),
    path("calls/<int:pk>/sign-up/end", views_calls.sign_up_end, name="sign-up-end"),
    path("people/<str:handle>/ledger", views_ledger.ledger, name="ledger"),
    path("people/<str:handle>/questions", views_ledger.question, name="leader-questions"),
    path("people/<str:handle>/bookings", views_ledger.booking, name="bookings"),
    path("leader-questions/<int:pk>/answer", views_ledger.question_answer, name="question-answer"),
    path(
        "leader-questions/<int:pk>/withdrawal", views_ledger.question_withdrawal, name="question-withdrawal"
    ),
    path("bookings/<int:pk>/end", views_ledger.booking_end, name="booking-end"),
    path("desk/", views_desk.desk, name="desk"),
    path("desk/page", views_ledger.own_page, name="leader-page"),
    path("desk/office-hours", views_ledger.office_hours, name="office-hours"),
    path("desk/office-hours/<int:pk>/removal", views_ledger.office_hour_removal, name="office-hour-removal"),
    path("desk/signals/<int:pk>/<slug:noun>", views_desk.signal_step, name="desk-signal"),
    path("desk/answers/<int:pk>", views_desk.answer, name="desk-answer"),
    path("desk/thanks/<int:pk>", views_desk.thanks, name="desk-thanks"),
    path("desk/aside", views_desk.aside, name="desk-aside"),
]
