from django.urls import path

from knoop.community.signals import alike, confiding, figures, pages, rules, views

urlpatterns = [
    path("signals/", views.signals, name="signals"),
    path("signals/list", views.as_list, name="signal-list"),
    path("signals/topics", views.by_topic, name="signal-topics"),
    path("signals/figures", figures.page, name="signal-figures"),
    path("signals/file.csv", views.as_file, name="signal-file"),
    path("signals/new", views.new, name="new-signal"),
    path("signals/confidential", confiding.confide, name="confide"),
    path("signals/return", confiding.back, name="signal-return"),
    path("signals/confidant", confiding.key, name="confidant-key"),
    path("signals/<int:pk>/letters", confiding.letter, name="signal-letters"),
    path("signals/<int:pk>/sender", confiding.sender, name="signal-sender"),
    path("signals/alike", alike.page, name="signals-alike"),
    path("signals/rules", rules.rules, name="signal-rules"),
    path("signals/rules/new", rules.add, name="new-signal-rule"),
    path("signals/rules/terms", rules.terms, name="signal-terms"),
    path("signals/rules/free-days", rules.free_days, name="free-days"),
    path("signals/rules/free-days/<int:free_day>/removal", rules.free_day_removal, name="free-day-removal"),
    path("signals/rules/<int:rule>", rules.change, name="signal-rule"),
    path("signals/rules/<int:rule>/place", rules.shift, name="signal-rule-place"),
    path("signals/rules/<int:rule>/removal", rules.remove, name="signal-rule-removal"),
    path("signals/<int:pk>", pages.signal, name="signal"),
    path("signals/<int:pk>/support", pages.support, name="signal-support"),
    path("signals/<int:pk>/support/end", pages.support_end, name="signal-support-end"),
    path("signals/<int:pk>/following", pages.following, name="signal-following"),
    path("signals/<int:pk>/following/end", pages.following_end, name="signal-following-end"),
    path("signals/<int:pk>/remarks/<int:remark>/removal", pages.remark_removal, name="remark-removal"),
    path("signals/<int:pk>/<slug:noun>", pages.step, name="signal-step"),
]
