"""Texts are made of characters that can be seen, and words of letters of one script."""

import pytest

from scripts.validations import possible_characters


@pytest.mark.parametrize(
    "fine",
    [
        "",
        "Children on a plan",
        "£1,200 – “so”, it’s 50%",
        "\N{NO-BREAK SPACE}1 000",
        "Llŷn a Môn, naïve, Zoë",
        "المجلس",
        "incidents²",
        "≠ ÷ < 5",
        "\N{COMBINING ACUTE ACCENT}e",
        "мир и Latin",
    ],
)
def test_what_can_be_seen_is_no_problem(fine):
    assert list(possible_characters.faults(fine)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\u200bb", "cannot be seen (U+200B)"),
        ("a\u2060b", "U+2060"),
        ("\u202eabc", "U+202E"),
        ("a\u2066b\u2069", "U+2066, U+2069"),
        ("a\u00adb", "U+00AD"),
        ("\ufeffa", "U+FEFF"),
        ("\ue000", "U+E000"),
        ("\U000f0000", "U+F0000"),
        ("\U000e0041", "U+E0041"),
        ("\u0378", "U+0378"),
        ("a\u0085b", "control character or half of a character (U+0085)"),
        ("a\u009fb", "control character"),
        ("a\nb", "control character"),
        ("id\n", "control character"),
        ("a\tb", "control character"),
        ("a\u2028b", "control character"),
        ("\ud800", "half of a character"),
        ("   ", "nothing but spaces"),
        ("\N{NO-BREAK SPACE}", "nothing but spaces"),
        ("Cоuncil", "several scripts ('Cоuncil': CYRILLIC, LATIN)"),
        ("Αrea", "GREEK, LATIN"),
    ],
)
def test_what_cannot_be_seen_or_mixes_scripts_is_told(text, told):
    found = list(possible_characters.faults(text))
    assert len(found) == 1
    assert told in found[0][0]
    assert found[0][1]


def test_a_long_text_of_faults_is_told_in_a_few_words():
    assert all(len(what) < 200 for what, _ in possible_characters.faults("\u200b\u0001" * 100_000))
