from django.urls import path

from knoop.community.posts import views, views_composing, views_polls, views_words

urlpatterns = [
    path("", views.home, name="home"),
    path("people/<str:handle>", views.person, name="person"),
    path("spaces/<slug:slug>", views.space, name="space"),
    path("posts/", views_composing.posts, name="posts"),
    path("posts/new", views_composing.compose, name="compose"),
    path("drafts/", views_composing.drafts, name="drafts"),
    path("drafts/<int:pk>/discard", views_composing.draft_discard, name="draft-discard"),
    path("drafts/<int:pk>/return", views_composing.draft_return, name="draft-return"),
    path("suggestions", views_composing.suggestions, name="suggestions"),
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
    path("posts/<int:pk>/edit", views_words.post_edit, name="post-edit"),
    path("posts/<int:pk>/versions", views_words.post_versions, name="post-versions"),
    path("posts/<int:pk>/withdrawal", views_words.post_withdrawal, name="post-withdrawal"),
    path("posts/<int:pk>/restoration", views_words.post_restoration, name="post-restoration"),
    path("posts/<int:pk>/pin", views_words.pin, name="pin"),
    path("posts/<int:pk>/pin/removal", views_words.pin_removal, name="pin-removal"),
    path("posts/<int:pk>/votes", views_polls.votes, name="votes"),
    path("posts/<int:pk>/poll/closing", views_polls.poll_closing, name="poll-closing"),
    path("comments/<int:pk>/edit", views_words.comment_edit, name="comment-edit"),
    path("comments/<int:pk>/versions", views_words.comment_versions, name="comment-versions"),
    path("comments/<int:pk>/withdrawal", views_words.comment_withdrawal, name="comment-withdrawal"),
    path("comments/<int:pk>/restoration", views_words.comment_restoration, name="comment-restoration"),
]
