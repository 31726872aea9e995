"""What leaders make, want and promise: each kind of row in its own file."""

from knoop.leadership.desk.calls import CallToAction, SignUp
from knoop.leadership.desk.purposes import Purpose, Wanted
from knoop.leadership.desk.retelling import Retelling
from knoop.leadership.desk.stories import Story

__all__ = ["CallToAction", "Purpose", "Retelling", "SignUp", "Story", "Wanted"]
