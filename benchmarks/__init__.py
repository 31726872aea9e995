"""What Knoop's measures are worth, and how fast they are, beside the alternatives. Not in the wheel."""
