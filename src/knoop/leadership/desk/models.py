"""What leaders make, want and promise: each kind of row in its own file."""

from knoop.leadership.desk.asking import LeaderQuestion
from knoop.leadership.desk.calls import CallToAction, SignUp
from knoop.leadership.desk.leading import Booking, LeaderPage, OfficeHour, SlotIsTaken
from knoop.leadership.desk.purposes import Purpose, Wanted
from knoop.leadership.desk.retelling import Retelling
from knoop.leadership.desk.setting_aside import SetAside
from knoop.leadership.desk.stories import Story

__all__ = [
    "Booking",
    "CallToAction",
    "LeaderPage",
    "LeaderQuestion",
    "OfficeHour",
    "Purpose",
    "Retelling",
    "SetAside",
    "SignUp",
    "SlotIsTaken",
    "Story",
    "Wanted",
]
