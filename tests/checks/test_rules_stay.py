"""What each rule makes of its examples, says and shows stands in rules.json, and stays so.

After a change that is meant: `python -m tests.checks.test_rules_stay` writes it anew; read the
difference line by line.
"""

import json
import re
from pathlib import Path

import pytest

from scripts.checks import RULES
from scripts.checks.reckoning.evaluating import evaluate
from scripts.checks.reckoning.members import Named, Number
from scripts.checks.reckoning.outcome import DIFFERS
from scripts.checks.reckoning.rule import Rule, Said

WRITTEN = Path(__file__).with_name("rules.json")
RUNNING = re.compile(r"(d/t/[^/'\"]*)/[0-9]+")  # examples of all rules are numbered in one go
CURE = "Run `python -m tests.checks.test_rules_stay` if that is meant, and read the difference"
SAID_APART = {"reckon", "choose", "sentence", "examples", "recomputed_as"}


class Spoken(dict):
    """Words of a sentence that name themselves."""

    def __missing__(self, word):
        return f"<{word}>"


def layout(rule: Rule) -> dict[str, str]:
    """Everything that a rule says of itself and that is no function."""
    return {name: repr(value) for name, value in rule._asdict().items() if name not in SAID_APART}


def made(rule: Rule) -> list[list[str]]:
    """Of each example: who takes part, what comes out, and what is said of it."""
    return [
        [RUNNING.sub(r"\1", text) for text in one_made(rule, example)] for example in rule.examples
    ]


def one_made(rule, example):
    found = evaluate(rule, Named(example.named), example.codes)
    yield "; ".join(
        f"{word}: {', '.join(map(shown, facts))}" for word, facts in found.named.facts.items()
    )
    if found.outcome is None:
        yield found.reason
        return
    yield repr(found.outcome)
    words = Spoken(places="<one>; <other>")
    yield rule.sentence(Said(words, found.named, found.outcome.fit == DIFFERS))
    yield rule.recomputed_as(found.named)


def shown(fact):
    return repr((fact.value, fact.known)) if isinstance(fact, Number) else repr(fact)


def all_made():
    return {name: {"layout": layout(rule), "examples": made(rule)} for name, rule in RULES.items()}


def test_every_rule_is_written_down():
    assert list(json.loads(WRITTEN.read_text(encoding="utf-8"))) == list(RULES), CURE


@pytest.mark.parametrize("name", RULES)
def test_a_rule_makes_says_and_shows_what_is_written_down(name):
    written = json.loads(WRITTEN.read_text(encoding="utf-8"))[name]
    assert layout(RULES[name]) == written["layout"], CURE
    assert made(RULES[name]) == written["examples"], CURE


if __name__ == "__main__":
    text = json.dumps(all_made(), indent=1, ensure_ascii=False) + "\n"
    WRITTEN.write_text(text, encoding="utf-8", newline="\n")
