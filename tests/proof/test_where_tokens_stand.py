"""Where a token stands by itself is found without a pattern, exactly as the pattern finds it."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.proof.against_text import end_of, times_of, token_pattern

SIGNS = st.text(alphabet="0127.,% a£²٣", max_size=12)


@given(token=st.text(alphabet="0127.,% a£²٣", min_size=1, max_size=4), stretch=SIGNS)
def test_a_token_is_found_where_its_pattern_finds_it(token, stretch):
    for start in range(len(stretch) + 1):
        match = token_pattern(token).search(stretch, start)
        assert end_of(token, stretch, start) == (match.end() if match else -1)
    assert times_of(token, stretch) == len(token_pattern(token).findall(stretch))


def test_a_part_of_a_longer_number_is_not_the_number():
    assert end_of("12", "112 12.5 1,12 12") == 16
    assert end_of("12", "12.5") == -1
    assert times_of("7", "7 17 7.") == 2
