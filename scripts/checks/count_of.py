"""A number said in words or digits, against how many things are listed."""

from collections.abc import Mapping

from scripts.checks.reckoning.examples import counts, differs, holds, listed, said
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome, counted, equal, quantity
from scripts.checks.reckoning.rule import EITHER, Codes, CodeWord, Part, Rule, Said


def choose(named: Named, codes: Mapping[str, Codes]) -> Named:
    """Of answers only those with a code that the claim counts, where it names one."""
    if "answer" not in codes:
        return named
    counting = [answer for answer in named.answers("rows") if answer.code in codes["answer"]]
    return Named({**named.facts, "rows": counting})


def reckon(named: Named) -> Outcome:
    return equal(quantity(named.number("figure")), counted(len(named.all("rows"))))


def sentence(words: Said) -> str:
    return f"{words['printed']} is printed. The count is {words['recomputed']}."


def counted_in_list(named: Named) -> str:
    return "counted in what is listed"


YES = {"answer": ("yes",)}
RULE = Rule(
    title="A number fits the things listed",
    definition="A number said in words or digits is compared with how many things are listed.",
    parts=(Part("figure"), Part("rows", EITHER, many=True)),
    codes=(CodeWord("answer", optional=True),),
    choose=choose,
    reckon=reckon,
    sentence=sentence,
    printed="figure",
    recomputed_as=counted_in_list,
    examples=(
        holds(figure=counts("2"), rows=counts("1", "1")),
        holds(YES, figure=counts("1"), rows=listed("yes", "no")),
        holds(YES, figure=counts("0"), rows=listed("no", "no")),
        holds(figure=said("over", "2"), rows=listed("a", "b", "c")),
        differs(figure=counts("3"), rows=counts("1", "1")),
        differs(YES, figure=counts("2"), rows=listed("yes", "no")),
    ),
)
