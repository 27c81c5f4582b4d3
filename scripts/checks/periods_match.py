"""The days that a number covers, against the days of the numbers that it stands with."""

from scripts.checks.reckoning.examples import differs, holds, lasting
from scripts.checks.reckoning.members import Named
from scripts.checks.reckoning.outcome import Outcome
from scripts.checks.reckoning.periods_in_days import as_long, compare
from scripts.checks.reckoning.rule import Part, Rule, Said, Step


def reckon(named: Named) -> Outcome:
    return compare(named.all("figure"), named.all("others"))


def sentence(words: Said) -> str:
    figure = f"The number {words['figure']}, for {words['when']},"
    if words.differs and as_long(words.named.all("figure"), words.named.all("others")):
        return (
            f"{figure} and what it is compared with cover {words['printed']} each, "
            f"but not the same days. They have {words['recomputed']} in common."
        )
    return (
        f"{figure} covers {words['printed']}. The numbers that it is compared with cover "
        f"{words['recomputed']}."
    )


def what_was_counted(named: Named) -> str:
    figure, others = named.all("figure"), named.all("others")
    in_common = as_long(figure, others) and reckon(named).printed != reckon(named).recomputed
    return "days in common" if in_common else "from the first to the last day"


YEARS = [*lasting("2019-04-01", "2020-03-31"), *lasting("2020-04-01", "2021-03-31")]
RULE = Rule(
    title="Periods match",
    definition=(
        "The days that a number covers are compared with the days of the numbers that it stands "
        "with."
    ),
    parts=(Part("figure", dated=True), Part("others", many=True, dated=True)),
    reckon=reckon,
    sentence=sentence,
    steps=(Step("", "others"),),
    printed="figure",
    printed_as="read as",  # the days follow from the words that are printed
    recomputed_as=what_was_counted,
    unit="days",
    shows_periods=True,
    mixes_kinds=True,
    caveat_class="different_date",
    examples=(
        holds(figure=lasting("2019-04-01", "2021-03-31"), others=YEARS),
        differs(figure=lasting("2019-04-01", "2021-03-31"), others=YEARS[:1]),
        differs(
            figure=lasting("2019-01-01", "2019-01-31"), others=lasting("2019-03-01", "2019-03-31")
        ),
    ),
)
