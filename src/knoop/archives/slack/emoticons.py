"""Slack's names of emoji to the characters themselves."""

import re

import emoji

# Slack's own names, where the library knows the character by another one or means something else by it.
_SLACK_NAMES = {
    "bald_person": "🧑‍🦲", "barely_sunny": "🌥️", "beetle": "🪲", "curly_haired_person": "🧑‍🦱",
    "guardsman": "💂",
    "man-wrestling": "🤼‍♂️", "man_with_turban": "👳", "ok_woman": "🙆", "red_haired_person": "🧑‍🦰",
    "white_haired_person": "🧑‍🦳", "woman-wrestling": "🤼‍♀️",
    "bride_with_veil": "👰", "drum_with_drumsticks": "🥁", "egg": "🥚", "eject": "⏏️",
    "email": "✉️", "face_palm": "🤦", "face_with_cowboy_hat": "🤠",
    "face_with_finger_covering_closed_lips": "🤫",
    "face_with_one_eyebrow_raised": "🤨", "face_with_open_mouth_vomiting": "🤮", "female-doctor": "👩‍⚕️",
    "fencer": "🤺", "first_place_medal": "🥇", "giraffe_face": "🦒",
    "grinning_face_with_one_large_and_one_small_eye": "🤪", "grinning_face_with_star_eyes": "🤩",
    "hand_with_index_and_middle_fingers_crossed": "🤞", "handball": "🤾", "i_love_you_hand_sign": "🤟",
    "juggling": "🤹", "keycap_star": "*️⃣", "kiwifruit": "🥝", "knife_fork_plate": "🍽️", "ladybug": "🐞",
    "large_blue_square": "🟦", "large_brown_circle": "🟤", "large_brown_square": "🟫",
    "large_green_circle": "🟢",
    "large_green_square": "🟩", "large_orange_circle": "🟠", "large_orange_square": "🟧",
    "large_purple_circle": "🟣", "large_purple_square": "🟪", "large_red_square": "🟥",
    "large_yellow_circle": "🟡", "large_yellow_square": "🟨", "lightning": "🌩️", "lightning_cloud": "🌩️",
    "male-doctor": "👨‍⚕️", "man-heart-man": "👨‍❤️‍👨", "man-kiss-man": "👨‍❤️‍💋‍👨",
    "man_and_woman_holding_hands": "👫", "mate_drink": "🧉", "medal": "🎖️", "mostly_sunny": "🌤️",
    "mother_christmas": "🤶", "octagonal_sign": "🛑", "partly_sunny_rain": "🌦️",
    "person_doing_cartwheel": "🤸",
    "person_with_headscarf": "🧕", "rain_cloud": "🌧️", "satellite": "🛰️", "scooter": "🛴",
    "second_place_medal": "🥈", "serious_face_with_symbols_covering_mouth": "🤬",
    "shocked_face_with_exploding_head": "🤯", "shopping_trolley": "🛒", "simple_smile": "🙂",
    "smiling_face_with_3_hearts": "🥰", "smiling_face_with_smiling_eyes_and_hand_covering_mouth": "🤭",
    "snow_cloud": "🌨️", "snowman": "☃️", "spock-hand": "🖖", "staff_of_aesculapius": "⚕️",
    "sun_behind_cloud": "🌥️", "sun_small_cloud": "🌤️", "the_horns": "🤘", "third_place_medal": "🥉",
    "tornado_cloud": "🌪️", "umbrella": "☂️", "woman-heart-man": "👩‍❤️‍👨", "woman-heart-woman": "👩‍❤️‍👩",
    "woman-kiss-man": "👩‍❤️‍💋‍👨", "woman-kiss-woman": "👩‍❤️‍💋‍👩", "womans_flat_shoe": "🥿", "wrestlers": "🤼",
    "zebra_face": "🦓", "+1": "👍", "-1": "👎",
}  # fmt: skip
_PEOPLE = {"female": "woman", "male": "man"}
_SHORTCODE = re.compile(r"(?<!\d):([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?")
_TONES = {str(number): chr(0x1F3F9 + number) for number in range(2, 7)}
_AS_EMOJI = "\ufe0f"


def reaction(name: str) -> str:
    """The character of a reaction such as clap::skin-tone-3; :name: for a workspace's own picture."""
    base, _, tone = name.partition("::skin-tone-")
    return character(base, tone) or f":{base}:"


def with_characters(text: str) -> str:
    """A text with its :shortcodes: as characters; those unknown stay as they are."""
    return _SHORTCODE.sub(lambda code: character(code[1], code[2] or "") or code[0], text)


def character(name: str, tone: str = "") -> str | None:
    """The character that Slack means by a name, in a skin tone ("2" to "6") where it has them; or None."""
    found = _SLACK_NAMES.get(name) or _flag(name) or _in_library(name)
    if found and tone in _TONES:
        toned = found[0] + _TONES[tone] + found[1:].removeprefix(_AS_EMOJI)
        return toned if emoji.is_emoji(toned) else found
    return found


def _flag(name: str) -> str | None:
    """flag-nl: a flag is written as two letters of its own alphabet."""
    country = re.fullmatch(r"flag-([a-z])([a-z])", name)
    return "".join(chr(0x1F1E6 + ord(letter) - ord("a")) for letter in country.groups()) if country else None


def _in_library(name: str) -> str | None:
    first, _, rest = name.replace("_", "-").partition("-")
    person = "_".join((_PEOPLE.get(first, first), rest.replace("-", "_")))
    family = f"family_{name.replace('-', '_')}"
    region = name.removeprefix("flag-").capitalize()
    for known in (name, name.replace("-", "_"), person, person.replace("_with_", "_"), family, region):
        code = f":{known}:"
        found = emoji.emojize(code, language="alias")
        if found != code:
            return str(found)
    return None
