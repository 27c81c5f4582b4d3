"""Every rule keeps its own examples, and is one file: the words of its claims, its layout and its
sentence follow from it.
"""

import re
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator

from scripts.checks import RULES
from scripts.checks.reckoning.claim_schema import claim_schema
from scripts.checks.reckoning.evaluating import evaluate
from scripts.checks.reckoning.examples import counts, kept_back, limit, percents, thousands
from scripts.checks.reckoning.interval import between, point
from scripts.checks.reckoning.members import Named, literal
from scripts.checks.reckoning.outcome import DIFFERS, added
from scripts.checks.reckoning.rule import HUNDRED, Said
from scripts.register import single_changes

EXAMPLES = [
    (name, place, example)
    for name, rule in RULES.items()
    for place, example in enumerate(rule.examples)
]


def verdict(rule, codes=None, **named):
    outcome = evaluate(RULES[rule], Named(named), codes or {}).outcome
    if outcome is None:
        return ""
    return "discrepancy" if outcome.fit == DIFFERS else outcome.fit


@pytest.mark.parametrize(
    ("name", "place", "example"), EXAMPLES, ids=[f"{name}-{place}" for name, place, _ in EXAMPLES]
)
def test_a_rule_keeps_its_examples(name, place, example):
    assert verdict(name, example.codes, **example.named) == example.verdict


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_an_example_that_holds_and_one_that_does_not(name):
    verdicts = {example.verdict for example in RULES[name].examples}
    assert {"holds", "discrepancy"} <= verdicts


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_what_it_is_in_plain_words(name):
    rule = RULES[name]
    assert rule.title[0].isupper() and not rule.title.endswith(".")
    assert rule.definition[0].isupper() and rule.definition.endswith(".")


@pytest.mark.parametrize("name", RULES)
def test_the_sum_of_a_rule_names_its_own_parts(name):
    rule = RULES[name]
    known = {HUNDRED, *rule.words, *rule.counts}
    assert {step.part for step in rule.steps} <= known
    assert not rule.printed or rule.printed in rule.words


class Anything(dict):
    def __missing__(self, word):
        return f"<{word}>"


@pytest.mark.parametrize(
    ("name", "place", "example"), EXAMPLES, ids=[f"{name}-{place}" for name, place, _ in EXAMPLES]
)
def test_a_rule_says_every_example_in_a_sentence(name, place, example):
    evaluated = evaluate(RULES[name], Named(example.named), example.codes)
    if evaluated.outcome is None:
        return
    words = Anything(places="<one>; <other>")
    differs = evaluated.outcome.fit == DIFFERS
    said = RULES[name].sentence(Said(words, evaluated.named, differs))
    assert said.endswith(".") and "{" not in said
    allowed = {
        *(f"{word} {how}" for word in RULES[name].words for how in ("in words", "by name")),
        "printed",
        "recomputed",
        "when",
        "one",
        "other",
        *RULES[name].words,
        *RULES[name].counts,
    }
    assert set(re.findall("<(.*?)>", said)) <= allowed


def test_the_words_of_a_claim_follow_from_its_rule():
    schema = claim_schema(RULES)
    by_rule = {option["properties"]["rule"]["const"]: option for option in schema["oneOf"]}
    assert list(by_rule) == schema["properties"]["rule"]["enum"] == list(RULES)
    share = by_rule["share_of_rows"]
    assert set(share["properties"]) == {
        "id",
        "note",
        "caveat",
        "rule",
        "percent",
        "rows",
        "answer",
        "of",
        "per",
    }
    assert share["required"] == ["percent", "rows", "answer", "of"]
    assert share["properties"]["per"] == {"enum": ["day"]}


DEFINITIONS = {
    "kebab": {"type": "string", "pattern": "^[a-z]+$"},
    "address": {"type": "string", "pattern": "^/"},
    "addresses": {"type": "array", "items": {"$ref": "#/$defs/address"}, "minItems": 2},
    "one_or_more": {"anyOf": [{"$ref": "#/$defs/address"}, {"$ref": "#/$defs/addresses"}]},
    "codes": {"type": "array", "items": {"enum": ["yes", "no"]}},
}
CLAIMS = {  # a claim by a rule, with one word changed: is it one?
    "as it should be": ({}, True),
    "a note and a doubt": ({"note": "x", "caveat": "x"}, True),
    "an id that is none": ({"id": "A b"}, False),
    "a note that is no text": ({"note": 1}, False),
    "a doubt that is no text": ({"caveat": 1}, False),
    "a rule that nobody knows": ({"rule": "sum"}, False),
    "a word that no rule has": ({"sum": "/a"}, False),
    "a part that is no address": ({"whole": "a"}, False),
    "many for one": ({"whole": ["/a", "/b"]}, False),
    "a number for an address": ({"whole": 12}, False),
}


def is_claim(**words):
    schema = {"$defs": DEFINITIONS, **claim_schema(RULES)}
    return Draft202012Validator(schema).is_valid(words)


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_is_held_to_its_schema(name):
    words, fine = CLAIMS[name]
    claim = {"rule": "total", "id": "boys", "whole": "/a", "parts": ["/b", "/c"], **words}
    assert is_claim(**claim) == fine


@pytest.mark.parametrize("word", ["rule", "id", "whole", "parts"])
def test_a_claim_needs_its_words(word):
    claim = {"rule": "total", "id": "boys", "whole": "/a", "parts": ["/b", "/c"]}
    assert is_claim(**claim)
    assert not is_claim(**{each: said for each, said in claim.items() if each != word})


@pytest.mark.parametrize(("by", "fine"), [(1, True), (12, True), (0, False), ("/d", True)])
def test_a_number_that_a_claim_brings_is_a_whole_one_from_one_on(by, fine):
    words = {"rule": "average", "id": "a", "average": "/a", "total": "/b"}
    (number,) = [part.word for part in RULES["average"].parts if part.or_number]
    assert is_claim(**words | {number: by}) == fine


@pytest.mark.parametrize(("per", "fine"), [("day", True), ("week", False)])
def test_a_code_word_has_the_one_code_that_it_can_have(per, fine):
    codes = {"answer": ["yes"], "of": ["yes", "no"]}
    claim = {"rule": "share_of_rows", "id": "a", "percent": "/a", "rows": "/b", **codes}
    assert is_claim(**claim | {"per": per}) == fine
    assert not is_claim(**claim | {"of": ["perhaps"]})


def test_a_number_without_a_figure_is_neither_missing_nor_a_target():
    """What a claim brings, such as 12 months, counts among no kind of number."""
    average, total = ([number._replace(kind="target")] for number in counts("12", "24"))
    named = Named({"average": average, "total": total, "number": [literal(2)]})
    told = evaluate(RULES["average"], named, {})
    assert told.outcome.fit == "holds"


def test_what_is_missing_is_said_with_who_takes_part():
    nothing = limit("-Infinity", "Infinity")
    named = Named({"whole": nothing, "parts": counts("1", "2")})
    assert evaluate(RULES["total"], named, {}) == (named, None, "number_missing")


def test_where_half_a_step_is_the_most_that_a_percentage_can_be_off_none_is_ruled_out():
    """Of 100, each whole percentage is possible; of 99, nearly: one may be off by half of 1.01."""
    assert verdict("possible_share", percent=percents("5"), whole=counts("100")) == ""
    assert verdict("possible_share", percent=percents("5"), whole=counts("99")) == "holds"


def test_what_is_added_up_was_rounded_as_soon_as_one_of_it_was():
    mixed = [*counts("10"), *thousands("7")]
    assert added(mixed).loose == between(Decimal("16.5"), Decimal("17.5"))
    assert added(counts("10", "7")).loose == point(17)


def test_the_words_of_a_claim_are_data_too():
    rows = {row["word"]: row for row in RULES["share_of_rows"].words_as_rows()}
    assert list(rows) == ["percent", "rows", "answer", "of", "per"]
    assert (rows["percent"]["names"], rows["percent"]["is_many"]) == ("figures", "no")
    assert (rows["rows"]["names"], rows["rows"]["is_many"]) == ("answers", "yes")
    assert (rows["per"]["is_optional"], rows["per"]["only_code"]) == ("yes", "day")
    assert RULES["average"].words_as_rows()[2]["may_be_number"] == "yes"


def test_numbers_never_pass_through_a_float():
    assert verdict("total", whole=counts("0.3"), parts=counts("0.1", "0.2")) == "holds"
    near = {"whole": counts("90071992547409930"), "parts": counts("90071992547409929")}
    assert verdict("total", **near) == "discrepancy"


def test_a_total_holds_for_its_parts_and_for_nothing_else():
    for size in range(1, 8):
        parts = [str(7 * number % 11) for number in range(size)]
        whole = sum(map(int, parts))
        assert verdict("total", whole=counts(str(whole)), parts=counts(*parts)) == "holds"
        for wrong in (whole - 1, whole + 1, whole * 10 + 1):
            told = verdict("total", whole=counts(str(wrong)), parts=counts(*parts))
            assert told == "discrepancy"


def test_a_correctly_rounded_share_always_holds_and_one_two_digits_off_never_does():
    for whole in range(1, 40):
        for part in range(whole + 1):
            exact = Decimal(100 * part) / whole
            for step in (Decimal(1), Decimal("0.1")):
                printed = exact.quantize(step)
                named = {"part": counts(str(part)), "whole": counts(str(whole))}
                right = verdict("share", percent=percents(str(printed)), **named)
                middle = abs(printed - exact) * 2 == step
                assert right == "holds" or (middle and right == "rounding")
                wrong = verdict("share", percent=percents(str(printed + 2 * step)), **named)
                assert wrong == "discrepancy"


def test_shares_rounded_one_by_one_are_never_a_discrepancy():
    for parts in ([1, 1, 1], [1, 2, 4], [1] * 7, [3, 5, 7, 11], [2, 2, 2, 1]):
        rounded = [
            str((Decimal(100 * part) / sum(parts)).quantize(Decimal("0.1"))) for part in parts
        ]
        assert verdict("shares_add_up", parts=percents(*rounded)) in {"holds", "rounding"}


def test_a_share_of_rounded_parts_allows_for_their_rounding_too():
    """19 thousand may be 18,500: then it is 38% of 49 thousand, not 39%."""
    named = {"part": thousands("19"), "whole": thousands("49")}
    assert verdict("share", percent=percents("38"), **named) == "rounding"
    assert verdict("share", percent=percents("36"), **named) == "discrepancy"


def test_what_is_kept_back_is_never_told_by_a_sum():
    hidden = kept_back("0", "4")
    told = evaluate(
        RULES["total"], Named({"whole": counts("9"), "parts": [*counts("7"), *hidden]}), {}
    )
    assert (told.outcome, told.reason) == (None, "would_reveal")
    wide = Named({"part": hidden, "whole": counts("7")})
    assert evaluate(RULES["at_most"], wide, {}).outcome.fit == "holds"
    narrow = Named({"part": hidden, "whole": counts("3")})
    assert evaluate(RULES["at_most"], narrow, {}).reason == "would_reveal"


def test_periods_as_long_as_each_other_are_told_by_the_days_they_share():
    rule, days = (
        RULES["periods_match"],
        {"figure": "1", "when": "then", "printed": "31", "recomputed": "0"},
    )
    *_, example = rule.examples
    named = Named(example.named)
    said = rule.sentence(Said(days, named, True))
    assert said.endswith("cover 31 each, but not the same days. They have 0 in common.")
    assert rule.recomputed_as(named) == "days in common"


def test_a_total_that_is_not_called_one_is_not_called_one():
    named = Named({"whole": counts("12"), "parts": counts("5", "7")})
    words = {"printed": "12", "recomputed": "12"}
    rule = RULES["total"]
    assert rule.sentence(Said(words, named, False)).startswith("12 is printed.")
    (whole,) = counts("12")
    total = Named({"whole": [whole._replace(is_total=True)], "parts": counts("5", "7")})
    assert rule.sentence(Said(words, total, False)).startswith("The printed total is 12.")


SPANNING = [
    (name, place, example) for name, place, example in EXAMPLES if RULES[name].reckons_spans
]


@pytest.mark.parametrize("reach", [1, 4, 40])
@pytest.mark.parametrize(
    ("name", "place", "example"), SPANNING, ids=[f"{name}-{place}" for name, place, _ in SPANNING]
)
def test_a_rule_that_reckons_spans_calls_none_different_in_which_a_number_holds(
    name, place, example, reach
):
    """What is true of no more than "between 3 and 43" is true of each number between them."""
    named = Named(example.named)
    for number in named.every_number():
        if not number.fact_id or number.known.exact is None:
            continue
        first = max(0, int(number.known.exact) - reach)
        values = list(range(first, first + 2 * reach + 1))
        spanned = named.with_number(single_changes.any_of(number, values))
        outcome = RULES[name].reckon(spanned)
        if outcome is not None and outcome.fit == DIFFERS:
            tried = single_changes.Tried({"rule": name}, named)
            assert not [
                value
                for value in values
                if single_changes.holds(tried, single_changes.other(number, value))
            ]


def test_most_spans_in_which_nothing_holds_are_known_at_once():
    named = Named({"whole": counts("900"), "parts": counts("1", "2")})
    whole = named.number("whole")
    spanned = named.with_number(single_changes.any_of(whole, [700, 1100]))
    assert RULES["total"].reckon(spanned).fit == DIFFERS
