"""Ids have one plain form, for they become paths."""

import pytest

from scripts.validations import plain_ids


@pytest.mark.parametrize(
    "fine", ["a", "referral_source", "y2019-20", "16-17", "a" * 100, "console"]
)
def test_a_plain_id_is_no_problem(fine):
    assert plain_ids.id_fault(fine) is None


@pytest.mark.parametrize(
    "wrong",
    [
        *(
            "../x",
            "a/b",
            "a\\b",
            "a b",
            " a",
            "a ",
            "a\n",
            "A",
            "Schools",
            "a'b",
            'a"b',
            "a.b",
            ".",
        ),
        *(
            "..",
            "-a",
            "a-",
            "_a",
            "a--b",
            "a__b",
            "ä",
            "а",
            "٣",
            "a\u200b",
            "%2e",
            "a:b",
            "a" * 101,
        ),
        *("con", "prn", "aux", "nul", "com1", "lpt9", "index"),
    ],
)
def test_an_id_that_is_not_plain_or_reserved_is_told(wrong):
    what, cure = plain_ids.id_fault(wrong)
    assert what
    assert cure


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/ x", False),
        ("//example.org", False),
        ("https://example.org/\n", False),
        ("ftp://example.org", False),
    ],
)
def test_the_address_of_a_licence_is_one_of_the_web(address, fine):
    assert (plain_ids.fault_of("url", address) is None) is fine
