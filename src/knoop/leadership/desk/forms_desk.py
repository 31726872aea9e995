"""What is filled in at the desk, in a line or two."""

import re

from django import forms

from knoop.community.posts.models import LONGEST

KEY = re.compile(r"(?:(?:signal|question|post|reply|thank|unit)-\d{1,18}|story|practice-(?:ask|thank|tell))")


class Answer(forms.Form):
    text = forms.CharField(max_length=LONGEST)
    to = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    once = forms.UUIDField(required=False)
