"""How a rule is described: what a claim by it names, how it is reckoned, and how it is shown and
said.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scripts.checks.reckoning.members import Fact, Named
from scripts.checks.reckoning.outcome import Outcome

FIGURES, ANSWERS, EITHER = "figures", "answers", "figures or answers"
MINUS = "−"
HUNDRED = "100"
Codes = tuple[str, ...]


class Part(NamedTuple):
    """One word of a claim and what it names.

    `or_number` allows a plain whole number in its place; `divides` forbids 0; `dated` wants a
    period. `sums` says that several figures may stand for one number, added up.
    """

    word: str
    takes: str = FIGURES
    many: bool = False
    fewest: int = 1
    optional: bool = False
    or_number: bool = False
    divides: bool = False
    dated: bool = False
    sums: bool = False


class CodeWord(NamedTuple):
    """One word of a claim that says which answers are meant. `only` is the one code that it may
    be; empty where any may stand.
    """

    word: str
    optional: bool = False
    only: str = ""


class Step(NamedTuple):
    """One part of the sum on the page, with the sign before it. What is `inner` stands in
    brackets.
    """

    sign: str
    part: str
    kind: str = "part"


@dataclass(frozen=True)
class Said:
    """What a sentence may say: each part in words, and `printed`, `recomputed` and `when`; and the
    facts themselves.
    """

    words: Mapping[str, str]
    named: Named
    differs: bool

    def __getitem__(self, word: str) -> str:
        return self.words[word]

    def number_of(self, word: str) -> int:
        """How many facts a part has."""
        return len(self.named.all(word))


class Example(NamedTuple):
    """Facts for each part, the codes of the claim, and the verdict that they must get; "" where
    nothing can be recomputed.
    """

    verdict: str
    named: Mapping[str, list[Fact]]
    codes: Mapping[str, Codes] = {}


def chosen_as_named(named: Named, codes: Mapping[str, Codes]) -> Named | None:
    """The facts that take part: all that are named."""
    return named


def recomputed(named: Named) -> str:
    """What stands before the number that was worked out."""
    return "recomputed"


class Rule(NamedTuple):
    """One rule. Its id is the name of its file.

    `reckon` gets the facts that `choose` leaves; either gives None where the claim could not fail
    or cannot be counted. `printed` is the part whose number is compared with what is worked out;
    empty where nothing is worked out. `unit` is that of what comes out, where it is not the printed
    figure's: percent, or days. `reckons_spans`: with a number of which only limits are known it
    gives "differs" only if it does so with each number between them. `unprinted` says what the
    number is that nobody printed; `counts` what each counted part is.
    """

    title: str
    definition: str
    parts: tuple[Part, ...]
    reckon: Callable[[Named], Outcome | None]
    sentence: Callable[[Said], str]
    examples: tuple[Example, ...]
    codes: tuple[CodeWord, ...] = ()
    choose: Callable[[Named, Mapping[str, Codes]], Named | None] = chosen_as_named
    steps: tuple[Step, ...] = ()
    printed: str = ""
    printed_as: str = "printed"
    recomputed_as: Callable[[Named], str] = recomputed
    unit: str = ""
    unprinted: str = ""
    counts: Mapping[str, str] = {}
    shows_periods: bool = False
    mixes_kinds: bool = False
    reckons_spans: bool = False
    caveat_class: str = "different_base"

    @property
    def words(self) -> dict[str, Part]:
        return {part.word: part for part in self.parts}

    def words_as_rows(self) -> list[dict[str, str]]:
        """What `takes` says, as data: a row a word."""
        return [*map(row_of_part, self.parts), *map(row_of_code, self.codes)]

    @property
    def takes(self) -> str:
        """The words of a claim by this rule, and what each names, in a sentence for
        contributors.
        """
        parts = [f"`{part.word}`: {named_by(part)}" for part in self.parts]
        codes = [f"`{code.word}`: {named_by_code(code)}" for code in self.codes]
        return "; ".join(parts + codes)


def row_of_part(part: Part) -> dict[str, str]:
    """A word that names facts, as a row of the table of words."""
    return {
        "word": part.word,
        "names": part.takes,
        "is_many": yes_or_no(part.many),
        "is_optional": yes_or_no(part.optional),
        "may_be_number": yes_or_no(part.or_number),
        "only_code": "",
    }


def row_of_code(code: CodeWord) -> dict[str, str]:
    """The same of a word that says which answers are meant."""
    return {
        "word": code.word,
        "names": "codes",
        "is_many": yes_or_no(not code.only),
        "is_optional": yes_or_no(code.optional),
        "may_be_number": "no",
        "only_code": code.only,
    }


def yes_or_no(holds: bool) -> str:
    return "yes" if holds else "no"


def named_by(part: Part) -> str:
    one, several = ("answer", part.takes) if part.takes == ANSWERS else ("figure", part.takes)
    said = f"{several} (a list)" if part.many else f"{'an' if one == 'answer' else 'a'} {one}"
    ways = [said, *(["a plain number"] if part.or_number else [])]
    return ", or ".join(ways) + (", if there is one" if part.optional else "")


def named_by_code(code: CodeWord) -> str:
    said = f"`{code.only}`" if code.only else "a code of answers, or a list of them"
    return said + (", if there is one" if code.optional else "")
