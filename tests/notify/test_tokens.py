"""Words that only this Knoop can write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.notify import tokens

numbers = st.lists(st.integers(0, 2**40), min_size=1, max_size=5)


@given(numbers)
def test_what_was_written_is_read_again_in_any_case_of_letters(said):
    word = tokens.write("reply", *said)
    assert tokens.read("reply", word) == tokens.read("reply", word.upper()) == tuple(said)


@given(numbers, st.integers(0, 19), st.sampled_from("abcdefgh234567"))
def test_a_changed_letter_makes_it_worthless(said, at, letter):
    word = tokens.write("reply", *said)
    if word[at] != letter:
        with pytest.raises(tokens.NotSigned):
            tokens.read("reply", word[:at] + letter + word[at + 1 :])


def test_a_word_for_one_purpose_is_nothing_for_another():
    with pytest.raises(tokens.NotSigned):
        tokens.read("stop", tokens.write("reply", 1, 2))


def test_after_the_key_changed_old_words_hold_while_it_is_kept_beside(settings):
    word = tokens.write("reply", 1, 2)
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another key of this Knoop"
    with pytest.raises(tokens.NotSigned):
        tokens.read("reply", word)
    settings.SECRET_KEY_FALLBACKS = [before]
    assert tokens.read("reply", word) == (1, 2)


def test_it_fits_before_the_at_sign_of_an_address():
    assert len("reply+" + tokens.write("reply", 10**6, 10**8, 10**9, 10**4)) <= 64


@pytest.mark.parametrize("word", ["", "x", "a" * 20, "é" * 30, "1" * 30, "a" * 400])
def test_what_was_never_a_word_is_refused(word):
    with pytest.raises(tokens.NotSigned):
        tokens.read("reply", word)
