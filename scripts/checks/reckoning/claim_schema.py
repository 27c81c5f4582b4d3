"""The JSON schema of a claim, made from the rules: the words that a claim by each rule has, and
what each may name.
"""

from collections.abc import Mapping
from typing import Any

from scripts.checks.reckoning.rule import CodeWord, Part, Rule

Schema = dict[str, Any]
ADDRESS, ADDRESSES = {"$ref": "#/$defs/address"}, {"$ref": "#/$defs/addresses"}
EITHER = {"$ref": "#/$defs/one_or_more"}
NUMBER = {"type": "integer", "minimum": 1}
ANY_CLAIM = ("id", "note", "caveat")


def claim_schema(rules: Mapping[str, Rule]) -> Schema:
    """Needs `kebab`, `address`, `addresses`, `one_or_more` and `codes` among the definitions."""
    return {
        "type": "object",
        "required": ["rule", "id"],
        "properties": {
            "id": {"$ref": "#/$defs/kebab"},
            "rule": {"enum": list(rules)},
            "note": {"type": "string"},
            "caveat": {"type": "string"},
        },
        "oneOf": [of_rule(name, rule) for name, rule in rules.items()],
    }


def of_rule(name: str, rule: Rule) -> Schema:
    """The words that a claim by one rule may have, and those that it must."""
    parts = {part.word: of_part(part) for part in rule.parts}
    codes = {code.word: of_codes(code) for code in rule.codes}
    needed = [part.word for part in rule.parts if not part.optional]
    needed += [code.word for code in rule.codes if not code.optional]
    return {
        "additionalProperties": False,
        "properties": dict.fromkeys(ANY_CLAIM, True) | {"rule": {"const": name}} | parts | codes,
        "required": needed,
    }


def of_part(part: Part) -> Schema:
    """Whatever takes many takes one pattern too, but what is compared needs a list."""
    if not part.many:
        return {"oneOf": [ADDRESS, NUMBER]} if part.or_number else ADDRESS
    if part.or_number:
        return {"oneOf": [ADDRESS, ADDRESSES, NUMBER]}
    return EITHER


def of_codes(code: CodeWord) -> Schema:
    return {"enum": [code.only]} if code.only else {"$ref": "#/$defs/codes"}
