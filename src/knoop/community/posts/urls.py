from django.urls import path

from knoop.community.posts import views

urlpatterns = [
    path("", views.home, name="home"),
    path("people/<str:handle>", views.person, name="person"),
    path("spaces/<slug:slug>", views.space, name="space"),
    path("posts/", views.posts, name="posts"),
    path("posts/<int:pk>", views.post, name="post"),
    path("posts/<int:pk>/answers", views.answers, name="answers"),
    path("posts/<int:pk>/reactions", views.post_reactions, name="post-reactions"),
    path(
        "posts/<int:pk>/reactions/withdrawal", views.post_reaction_withdrawal, name="post-reaction-withdrawal"
    ),
    path("comments/<int:pk>/reactions", views.comment_reactions, name="comment-reactions"),
    path(
        "comments/<int:pk>/reactions/withdrawal",
        views.comment_reaction_withdrawal,
        name="comment-reaction-withdrawal",
    ),
]
