"""A check laid out as the sum it is: one line a number, with the sign before it, what it is, and
where it leads.

Everything is taken from the check's row and its figures. The numbers added up on the way are
Decimal, never a float.
"""

from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from scripts.checks import RULES
from scripts.checks.reckoning.members import Answer, Named, Number, answer_of, literal, number_of
from scripts.checks.reckoning.rule import HUNDRED, MINUS, Rule, Step
from scripts.model.package import Key, Package, Row
from scripts.pages import traits, words


class Line(NamedTuple):
    """One line of a sum. `fact` is the figure or the answer that it shows, none for what is not
    printed; `kind` is part, subtotal, inner, recomputed, printed or difference.
    """

    kind: str
    sign: str
    number: str
    label: str
    fact: dict[str, Any] | None = None


class Sum(NamedTuple):
    """A check's lines, what it is about, what is the same for all its figures, the answers it
    counts, and where all of them stand: table, and lines of the text.
    """

    lines: list[Line]
    subject: str
    about: str
    listed: list[dict[str, Any]]
    places: list[tuple[dict[str, Any], str]]


def lay_out(check: dict[str, str], package: Package) -> Sum:
    """A check line by line, as its rule has it."""
    return (
        lay_out_numbers(check, package)
        if parts(check, package)
        else lay_out_answers(check, package)
    )


def lay_out_answers(check: dict[str, str], package: Package) -> Sum:
    """What several places say: one line each of the parts that the rule shows, the others listed.
    Nothing is worked out.
    """
    rule, found = RULES[check["rule"]], counted(check, package)
    shown = {step.part for step in rule.steps}
    answers = [answer for part in found if part in shown for answer in found[part]]
    others = [answer for part in found if part not in shown for answer in found[part]]
    listed = list({answer["answer_id"]: answer for answer in others}.values())
    lines = [
        Line(
            "part",
            "",
            said_answer(answer, rule, package),
            words.answer_name(answer, package),
            answer,
        )
        for answer in answers
    ]
    subject = words.answer_name(answers[0], package)
    return Sum(lines, subject, "", listed, places([*answers, *listed], package))


def said_answer(answer: dict[str, str], rule: Rule, package: Package) -> str:
    return words.period_of(answer) if rule.shows_periods else words.answer(answer, package)


def lay_out_numbers(check: dict[str, str], package: Package) -> Sum:
    """What is reckoned with, what comes out, and what is printed."""
    named = parts(check, package)
    names = traits.told_apart(named, package)
    steps = RULES[check["rule"]].steps
    lines = [line for step in steps for line in lines_of(step, named, names, check, package)]
    figure = printed(check, named) or next(iter(named.get("part", [])), None) or of_unlike(named)
    subject = words.figure_name(figure, package) if figure else names.about
    listed = list(
        {
            answer["answer_id"]: answer
            for answers in counted(check, package).values()
            for answer in answers
        }.values()
    )
    return Sum(
        [*lines, *outcome(check, named, names, package)],
        subject,
        names.about,
        listed,
        places([*(fact for facts in named.values() for fact in facts), *listed], package),
    )


def of_unlike(named: dict[str, Any]) -> dict[str, Any] | None:
    """The first of figures that are not of one measure: what they have in common would say too
    little.
    """
    figures = [figure for part in named.values() for figure in part]
    return figures[0] if len({figure["measure_id"] for figure in figures}) > 1 else None


def parts(check: dict[str, str], package: Package) -> dict[str, list[dict[str, str]]]:
    """The figures of a check by the part that each takes in it."""
    return by_part(check, "figure_id", package.terms["figures"], package)


def counted(check: dict[str, str], package: Package) -> dict[str, list[dict[str, str]]]:
    """The answers that a check counts or compares, by the part that each takes in it."""
    return by_part(check, "answer_id", package.terms["answers"], package)


def by_part(
    check: dict[str, str], key: str, rows: dict[Key, Row], package: Package
) -> dict[str, list[dict[str, str]]]:
    """The figures, or the answers, that take part in a check, by part."""
    found: dict[str, list[dict[str, Any]]] = {}
    for member in package.members(check):
        if member[key]:
            found.setdefault(member["part"], []).append(rows[member[key]])
    return found


def given(check: dict[str, str], package: Package) -> dict[str, str]:
    """The numbers that nobody printed and that a check needs, by part."""
    members = package.members(check)
    return {member["part"]: member["number"] for member in members if member["number"]}


def facts(check: dict[str, str], package: Package) -> Named:
    """Who takes part in a check, as its rule has them."""
    found: dict[str, list[Number] | list[Answer]] = {}
    found |= {part: [*map(number_of, those)] for part, those in parts(check, package).items()}
    found |= {part: [*map(answer_of, those)] for part, those in counted(check, package).items()}
    found |= {part: [literal(int(number))] for part, number in given(check, package).items()}
    return Named(found)


def lines_of(
    step: Step, named: dict[str, Any], names: traits.Names, check: dict[str, str], package: Package
) -> list[Line]:
    """The lines of one step. A number that is divided, or divided by, and is itself a sum, stands
    above the numbers it is made of.
    """
    sign, part, kind = step
    rule = RULES[check["rule"]]
    if part == HUNDRED:
        return [Line("part", sign, HUNDRED, "for a percentage")]
    if part in rule.counts:
        amount = words.number(str(len(counted(check, package).get(part, []))))
        return [Line("part", sign, amount, rule.counts[part])]
    figures = named.get(part, [])
    if not figures:
        number = given(check, package).get(part, "")
        return [Line("part", sign, number, rule.unprinted)] if rule.unprinted else []
    above = (
        [
            Line(
                "subtotal",
                sign,
                summed(figures, package),
                f"{names.of_part[part]}, added up".lstrip(", "),
            )
        ]
        if rule.words[part].sums and len(figures) > 1
        else []
    )
    signs = ["" if above or sign == "+" else sign, *(["+" if above else sign] * len(figures))]
    lines = [
        line_of("inner" if above else kind, signs[place], part, figure, names, check, package)
        for place, figure in enumerate(figures)
    ]
    return [*above, *lines]


def line_of(
    kind: str,
    sign: str,
    part: str,
    figure: dict[str, str],
    names: traits.Names,
    check: dict[str, str],
    package: Package,
) -> Line:
    shows_periods = RULES[check["rule"]].shows_periods
    said = words.period_of(figure) if shows_periods else words.value(figure, package)
    label = names.of_figure[part, figure["figure_id"]]
    return Line(kind, sign, said, "" if label == said else label, figure)


def outcome(
    check: dict[str, str], named: dict[str, Any], names: traits.Names, package: Package
) -> list[Line]:
    """What follows from the other numbers, what is printed, and the difference between the two."""
    rule = RULES[check["rule"]]
    apart = (
        [Line("difference", "", difference(check, named, package), "difference")]
        if differs(check)
        else []
    )
    if not rule.printed:
        return apart
    figure = printed(check, named)
    label = names.of_figure[rule.printed, figure["figure_id"]] if figure else rule.unprinted
    how = rule.recomputed_as(facts(check, package))
    divisors = {step.part for step in rule.steps if step.sign == "÷"}
    of = ", ".join(
        names.of_part[part] for part in named if names.of_part[part] and part not in divisors
    )
    return [
        Line(
            "recomputed",
            "=",
            amount("recomputed", check, named, package),
            ": ".join(filter(None, [how, of])),
        ),
        Line(
            "printed",
            "",
            as_printed(check, named, package),
            ": ".join(filter(None, [rule.printed_as, label] if figure else [label or "printed"])),
            figure,
        ),
        *apart,
    ]


def differs(check: dict[str, str]) -> bool:
    """Whether printed and recomputed are two numbers that are not the same."""
    return check["difference"] not in ("", "0")


def printed(check: dict[str, str], named: dict[str, Any]) -> dict[str, Any] | None:
    """The figure that is held against the recomputed number, if there is one."""
    return next(iter(named.get(RULES[check["rule"]].printed, [])), None)


def as_printed(check: dict[str, str], named: dict[str, Any], package: Package) -> str:
    figure = printed(check, named)
    return (
        words.value(figure, package)
        if figure and not RULES[check["rule"]].shows_periods
        else amount("printed", check, named, package)
    )


def amount(column: str, check: dict[str, str], named: dict[str, Any], package: Package) -> str:
    """The printed or the recomputed number of a check, in its unit; where it is not one number, its
    ends.
    """
    if check[column]:
        return in_unit(check[column], check, named, package)
    low, high = (
        in_unit(check[end], check, named, package) if check[end] else ""
        for end in (f"{column}_low", f"{column}_high")
    )
    if low and high:
        return f"{low} to {high}"
    return f"at least {low}" if low else f"at most {high}"


def in_unit(digits: str, check: dict[str, str], named: dict[str, Any], package: Package) -> str:
    if not named or RULES[check["rule"]].unit == "days":
        return f"{words.number(digits)} {RULES[check['rule']].unit}".rstrip()
    return words.with_unit(words.number(digits), unit(check, named), package)


def unit(check: dict[str, str], named: dict[str, Any]) -> str:
    """The unit of what the check comes to; empty for days and for answers."""
    rule = RULES[check["rule"]]
    if rule.unit == "days" or not named:
        return ""
    printed = named.get(rule.printed, []) or next(iter(named.values()))
    units = {figure["unit"] for figure in printed}
    return "gbp" if units == {"gbp", "gbp_thousand"} else rule.unit or printed[0]["unit"]


def difference(check: dict[str, str], named: dict[str, Any], package: Package) -> str:
    """Printed less recomputed, with its sign. Between percentages it is in percentage points."""
    sign, digits = (
        (MINUS if check["difference"].startswith("-") else "+"),
        check["difference"].lstrip("-"),
    )
    if unit(check, named) == "percent":
        return f"{sign}{words.number(digits)} points"
    return sign + in_unit(digits, check, named, package)


def equation(laid: Sum) -> str:
    """The sum on one line: 159 ÷ (159 + 5 + 60) × 100 = 70.98%. Empty where nothing is worked
    out.
    """
    reckoned = [line for line in laid.lines if line.kind in ("part", "inner")]
    if not any(line.sign for line in reckoned) or not all(line.number for line in reckoned):
        return ""
    said = [
        of_kind(kind, list(lines))
        for kind, lines in groupby(laid.lines, key=lambda line: line.kind)
    ]
    return (
        " ".join(filter(None, said))
        if any(line.kind == "recomputed" for line in laid.lines)
        else ""
    )


def of_kind(kind: str, lines: list[Line]) -> str:
    """The part of an equation that lines of one kind make. What is added up to be divided by stands
    in brackets.
    """
    said = " ".join(f"{line.sign} {line.number}".strip() for line in lines)
    return {"part": said, "recomputed": said, "subtotal": lines[0].sign, "inner": f"({said})"}.get(
        kind, ""
    )


def summed(figures: list[dict[str, str]], package: Package) -> str:
    """Figures added up, in their unit if they have one in common."""
    (unit, *others) = {figure["unit"] for figure in figures}
    digits = words.number(added(figures))
    return digits if others else words.with_unit(digits, unit, package)


def added(figures: list[dict[str, str]]) -> str:
    return str(sum((Decimal(figure["value"]) for figure in figures), Decimal(0)))


def places(facts: list[dict[str, Any]], package: Package) -> list[tuple[dict[str, Any], str]]:
    """The tables in which figures and answers stand, each with the lines of the text in words."""
    found: dict[str, set[int]] = {}
    for fact in facts:
        found.setdefault(fact["table_id"], set()).add(int(fact["line"]))
    return [
        (package.term("tables", table_id), line_words(sorted(lines)))
        for table_id, lines in found.items()
    ]


def line_words(lines: list[int]) -> str:
    """Lines 3 and 5 to 9; three and more that follow each other are a run."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    said = [
        part
        for run in runs
        for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    ]
    return f"line{'s' if len(lines) > 1 else ''} {words.joined(said)}"
