"""The rules of arithmetic and logic: each recomputes one claim and says printed, recomputed and tolerance.

A rule takes the named figures of a claim. All numbers are Decimal; nothing passes through a float.
"""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)
NEARLY = Decimal("0.9")


class Outcome(NamedTuple):
    """`printed` is what stands there, `recomputed` what follows from the other figures.

    They hold together within `tolerance`, and differ by rounding only within `loose`.
    """

    printed: Decimal
    recomputed: Decimal
    tolerance: Decimal
    loose: Decimal


def value(fact: dict) -> Decimal:
    return Decimal(fact["value"])


def half_unit(fact: dict) -> Decimal:
    """Half of the last printed decimal: 0.5 for 12, 0.05 for 12.3."""
    return Decimal(1).scaleb(value(fact).as_tuple().exponent) / 2


def rounding(facts: list[dict]) -> Decimal:
    """What rounding can add up to: nothing for whole counts and money, half a unit for each rounded figure."""
    return sum(
        (half_unit(fact) for fact in facts if fact["unit"] in {"percent", "gbp_thousand"}),
        Decimal(0),
    )


def added(facts: list[dict]) -> Decimal:
    return sum(map(value, facts), Decimal(0))


def total(named: dict) -> Outcome:
    (whole,), parts = named["whole"], named["parts"]
    return Outcome(value(whole), added(parts), Decimal(0), rounding([whole, *parts]))


def share(named: dict) -> Outcome:
    """The whole may be several figures, where the document takes a percentage of a sum that it does not print."""
    (percent,), part, whole = named["percent"], added(named["part"]), added(named["whole"])
    return _to_decimals(percent, HUNDRED * part / whole if whole else Decimal(0))


def shares_add_up(named: dict) -> Outcome:
    parts, whole = named["parts"], named.get("whole")
    return Outcome(value(whole[0]) if whole else HUNDRED, added(parts), Decimal(0), rounding(parts))


def unit_cost(named: dict) -> Outcome:
    (each,), (number,), (all_of_them,) = named["each"], named["number"], named["total"]
    spread = half_unit(each) * value(number)
    return Outcome(value(all_of_them), value(each) * value(number), Decimal(0), spread)


def difference(named: dict) -> Outcome:
    (result,), (start,), (less,) = named["result"], named["from"], named["less"]
    return Outcome(
        value(result), value(start) - value(less), Decimal(0), rounding([result, start, less])
    )


def change(named: dict) -> Outcome:
    (percent,), (start,), (end,) = named["percent"], named["from"], named["to"]
    return _to_decimals(percent, HUNDRED * (value(end) - value(start)) / value(start))


def fall(named: dict) -> Outcome:
    """A fall is printed without a sign."""
    (percent,), (start,), (end,) = named["percent"], named["from"], named["to"]
    return _to_decimals(percent, HUNDRED * (value(start) - value(end)) / value(start))


def average(named: dict) -> Outcome:
    (mean,), (whole,), (number,) = named["average"], named["total"], named["number"]
    return _to_decimals(mean, value(whole) / value(number))


def same(named: dict) -> Outcome:
    """Pounds and thousands of pounds are compared in pounds, to the nearest thousand."""
    first, *others = named["figures"]
    mixed = len({fact["unit"] for fact in named["figures"]}) > 1
    different = next((other for other in others if in_ones(other) != in_ones(first)), others[0])
    return Outcome(
        in_ones(first), in_ones(different), THOUSAND / 2 if mixed else Decimal(0), Decimal(0)
    )


def in_ones(fact: dict) -> Decimal:
    return value(fact) * (THOUSAND if fact["unit"] == "gbp_thousand" else 1)


def at_most(named: dict) -> Outcome:
    """Recomputed is the most the part can be: itself, or the whole where it is larger than that."""
    (part,), (whole,) = named["part"], named["whole"]
    return Outcome(value(part), min(value(part), value(whole)), Decimal(0), Decimal(0))


def higher(named: dict) -> Outcome:
    """Recomputed is the least that the higher number can be: itself, or the lower one where that is larger."""
    (more,), (less,) = named["higher"], named["lower"]
    return Outcome(value(more), max(value(more), value(less)), Decimal(0), Decimal(0))


def possible_share(named: dict) -> Outcome | None:
    """Recomputed is the nearest percentage that a whole number of the whole's things can be; none where every percentage is near one."""
    (percent,), (whole,) = named["percent"], named["whole"]
    if HUNDRED / value(whole) / 2 <= half_unit(percent):
        return None
    nearest = (value(percent) * value(whole) / HUNDRED).to_integral_value(ROUND_HALF_UP)
    return _to_decimals(percent, HUNDRED * nearest / value(whole))


def approximates(named: dict) -> Outcome:
    """Recomputed is the exact figure; the tolerance is what the qualifier, or the rounding of the print, allows."""
    (about,) = named["about"]
    stated, found = value(about), added(named["exact"])
    fits = {
        "over": found > stated,
        "under": found < stated,
        "up_to": found <= stated,
        "at_least": found >= stated,
        "almost": stated * NEARLY <= found < stated,
    }
    if about["qualifier"] in fits:
        tolerance = abs(found - stated) if fits[about["qualifier"]] else Decimal(0)
    else:
        tolerance = _last_digit(stated) / 2
    return Outcome(stated, found, tolerance, tolerance)


def count_of(named: dict) -> Outcome:
    (figure,) = named["figure"]
    return Outcome(value(figure), Decimal(len(named["rows"])), Decimal(0), Decimal(0))


def share_of_rows(named: dict) -> Outcome:
    (percent,) = named["percent"]
    return _to_decimals(percent, HUNDRED * len(named["part"]) / len(named["whole"]))


def periods_match(named: dict) -> Outcome:
    """Days of the first figure's period, against those from the first to the last of the others.

    Where both are as long but not on the same days, recomputed is the days they share.
    """
    one, others = named["figure"], named["others"]
    same_length = days(one) == days(others)
    return Outcome(
        Decimal(days(one)),
        Decimal(shared_days(one, others) if same_length else days(others)),
        Decimal(0),
        Decimal(0),
    )


def same_period(named: dict) -> Outcome:
    """The first period, against the first of the others that is not the same; days are counted as in `periods_match`."""
    first, *others = named["answers"]
    different = next((other for other in others if span([other]) != span([first])), others[0])
    return periods_match({"figure": [first], "others": [different]})


def span(facts: list[dict]) -> tuple[date, date]:
    """The earliest start and the latest end of the facts' periods."""
    return date.fromisoformat(min(fact["period_start"] for fact in facts)), date.fromisoformat(
        max(fact["period_end"] for fact in facts)
    )


def days(facts: list[dict]) -> int:
    start, end = span(facts)
    return (end - start).days + 1


def shared_days(some: list[dict], others: list[dict]) -> int:
    (start, end), (other_start, other_end) = span(some), span(others)
    return max((min(end, other_end) - max(start, other_start)).days + 1, 0)


def _to_decimals(printed: dict, exact: Decimal) -> Outcome:
    """Compared exactly, to the printed decimals."""
    half = half_unit(printed)
    return Outcome(value(printed), exact, half, half)


def _last_digit(number: Decimal) -> Decimal:
    """The size of the last digit that is not zero: 100 for 4,500, 1 for 537."""
    return Decimal(1).scaleb(number.normalize().as_tuple().exponent)


RULES: dict[str, Callable[[dict], Outcome | None]] = {
    rule.__name__: rule
    for rule in (
        total,
        share,
        shares_add_up,
        unit_cost,
        difference,
        change,
        fall,
        average,
        same,
        at_most,
        higher,
        possible_share,
        approximates,
        count_of,
        share_of_rows,
        periods_match,
        same_period,
    )
}
