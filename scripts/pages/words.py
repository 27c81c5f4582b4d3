"""How values, periods and figures are said in words. Data in, plain text out; nothing is escaped
here.
"""

import re
from datetime import date, timedelta
from typing import Any

from scripts.checks.reckoning import verdicts
from scripts.model.package import Package
from scripts.pages import acronyms

NOT_STATED = "not stated"
SENTENCE_ENDS = re.compile(r"[.?!]\s+(?=[A-Z“‘])")
VERDICTS = {verdict.verdict_id: verdict.said for verdict in verdicts.ALL}


def number(digits: str) -> str:
    """A number with separators between thousands: 318000 is 318,000. The digits stay as they
    are.
    """
    whole, point, decimals = digits.partition(".")
    sign = whole[: len(whole) - len(whole.lstrip("-"))]
    whole = whole.lstrip("-")
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)]
    return sign + ",".join(reversed(groups)) + point + decimals


def ordinal(digits: str) -> str:
    """A place in an order: 1st, 22nd, 113th."""
    ending = (
        "th" if digits[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
    )
    return number(digits) + ending


def value(figure: dict[str, str], package: Package) -> str:
    """The value with its unit and the publisher's qualifier; a limit or a range as printed; or the
    marker in brackets.
    """
    if not figure["value"]:
        marker = figure["value_marker"]
        return f"[{marker}]" if marker else str(figure["value_as_published"])
    said = with_unit(number(figure["value"]), figure["unit"], package)
    return f"{package.title('qualifiers', figure['qualifier']).lower()} {said}".lstrip()


def with_unit(digits: str, unit: str, package: Package) -> str:
    symbol, _, rest = package.term("units", unit)["symbol"].partition(" ")
    if symbol == "£":
        return (
            f"-£{digits[1:]} {rest}".rstrip()
            if digits.startswith("-")
            else f"£{digits} {rest}".rstrip()
        )
    return digits + (symbol if symbol == "%" else f" {symbol} {rest}".rstrip())


def damaged(figure: dict[str, str], package: Package) -> bool:
    """Whether the printed cell says one thing and is read as another."""
    return "damaged_print" in package.flags(figure)


def limits(figure: dict[str, str], package: Package) -> str:
    """How low and how high the number may be, where the print leaves that open; empty for one exact
    number.
    """
    low, high = (
        with_unit(number(figure[column]), figure["unit"], package) if figure[column] else ""
        for column in ("value_low", "value_high")
    )
    if not low and not high:
        return ""
    if low and high:
        return low if low == high else f"from {low} to {high}"
    return f"{low} or more" if low else f"{high} or less"


def no_value(figure: dict[str, str], package: Package) -> str:
    """Why a figure has no number."""
    reason = package.title("withheld_reasons", figure["withheld_reason"])
    marker = package.title("markers", figure["value_marker"])
    return f"{marker}: {reason}" if reason else marker


def day(iso: str) -> str:
    found = date.fromisoformat(iso)
    return f"{found.day} {found:%B %Y}"


def next_update(package: Package) -> str:
    """When the next version is planned, as the contract says; nothing where it says nothing."""
    planned = package.contract.get("next_update")
    return f"The next update is planned by {day(planned)}." if planned else ""


def period(start: str, end: str) -> str:
    """A period as short as it can be said: 2015, 2016 to 2020, September 2015, April 2015 to March
    2016, 30 September 2015.
    """
    if not start and not end:
        return NOT_STATED
    if not start or not end or start == end:
        return day(start or end)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return f"{day(start)} to {day(end)}"
    if (first.month, last.month) == (1, 12):
        return " to ".join(dict.fromkeys((str(first.year), str(last.year))))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return (
        f"{first:%B %Y} to {last:%B %Y}"
        if first.year != last.year
        else f"{first:%B} to {last:%B %Y}"
    )


def dates(fact: dict[str, Any]) -> str:
    """The first and the last day of a period as ISO dates, one date for a day. Empty if the source
    does not say.
    """
    return " to ".join(dict.fromkeys(filter(None, (fact["period_start"], fact["period_end"]))))


def period_of(fact: dict[str, Any]) -> str:
    return period(fact["period_start"], fact["period_end"])


def breakdowns(figure: dict[str, str], package: Package) -> list[tuple[str, str]]:
    """The breakdowns of a figure as (what it is by, category)."""
    pairs = [
        (figure[f"breakdown_{i}_dimension"], figure[f"breakdown_{i}_category"]) for i in (1, 2)
    ]
    return [
        (package.title("dimensions", pair[0]), package.title("categories", pair))
        for pair in pairs
        if pair[0]
    ]


def categories(figure: dict[str, str], package: Package) -> str:
    return ", ".join(category for _, category in breakdowns(figure, package))


def figure_name(figure: dict[str, str], package: Package) -> str:
    """What a figure is, without its value: measure, breakdowns, area and period."""
    parts = [package.title("measures", figure["measure_id"])]
    parts += [categories(figure, package)] if figure["breakdown_1_dimension"] else []
    return (
        f"{': '.join(parts)}. {package.title('areas', figure['area_id'])}, {period_words(figure)}"
    )


def answer_name(answer: dict[str, str], package: Package) -> str:
    """What an answer is about: question, subject and area."""
    return (
        f"{package.title('questions', answer['question_id'])} {subject(answer, package)}, "
        f"{package.title('areas', answer['area_id'])}"
    )


def short_document(document_id: str, package: Package) -> str:
    """A document in a few words: who published it, and its year or the years of its period, where
    it has them.
    """
    document = package.term("documents", document_id)
    year = document["date"][:4] or " to ".join(
        dict.fromkeys(day[:4] for day in (document["period_start"], document["period_end"]) if day)
    )
    return f"{package.title('publishers', document['publisher_id'])}{f', {year}' if year else ''}"


def period_words(fact: dict[str, Any]) -> str:
    said = period_of(fact)
    return "period not stated" if said == NOT_STATED else said


def plain(id_: str) -> str:
    """An id of the sources in words: child-sexual-exploitation is Child sexual exploitation. A day,
    a month or years such as 2024-05 stay.
    """
    said = re.sub(
        r"\b\d{4}( \d\d)+\b",
        lambda found: found[0].replace(" ", "-"),
        id_.replace("-", " ").replace("_", " ").strip(),
    )
    return said[:1].upper() + said[1:]


def subject(answer: dict[str, str], package: Package) -> str:
    """What an answer is about: gp-clinical-lead-ccg is GP clinical lead CCG. The glossary says what
    is an acronym, the vocabulary what is a name.
    """
    said = plain(as_named(answer["subject"], answer.get("answer_as_published", "")))
    return acronyms.spelt(said, package)


def as_named(id_: str, printed: str) -> str:
    """The words of a subject with the capitals of the print, where the printed words hold them.
    Words that are all in capitals are a heading, and say nothing of how a name is written.
    """
    words = id_.replace("-", " ")
    pattern = "[ -]".join(map(re.escape, words.split()))
    found = re.search(rf"\b{pattern}\b", printed, re.IGNORECASE)
    if words and found and not found[0].isupper():
        return found[0]
    return with_letters(words)


def with_letters(words: str) -> str:
    """Letters that stand alone are names: Child T, Appendix A, A to C. An a may be a word; it is a
    name at the end, and beside other letters.
    """
    alone = re.findall(r"\b[a-z]\b", words)
    if set(alone) - {"a"} or words.endswith(" a"):
        return re.sub(r"\b[a-z]\b", lambda letter: letter[0].upper(), words)
    return words


def answer(row: dict[str, str], package: Package) -> str:
    """The answer in words: the title of its code, the words themselves, or its dates as one says
    them.
    """
    kind = package.term("questions", row["question_id"])["answer_type"]
    if kind == "date":
        return date_said(row["answer"])
    return package.title("answer_codes", row["answer"]) if kind == "code" else row["answer"]


def date_said(words: str) -> str:
    """2017-04-10 is 10 April 2017 and 2017-04 April 2017. All else stays."""
    try:
        return day(words) if len(words) == 10 else f"{date.fromisoformat(f'{words}-01'):%B %Y}"
    except ValueError:
        return words


def length(period: str) -> str:
    """The length of a period: 1 months is a month, 24 months are 2 years, 92 days stay 92 days."""
    number, unit = int(period.split()[0]), period.split()[1].removesuffix("s")
    if unit == "month" and number % 12 == 0:
        number, unit = number // 12, "year"
    return f"a {unit}" if number == 1 else counted(number, unit)


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of a text, and what follows it."""
    ends = SENTENCE_ENDS.search(text)
    return (text[: ends.end()].strip(), text[ends.end() :].strip()) if ends else (text, "")


def counted(amount: int, one: str, many: str = "") -> str:
    """1 figure, 2 figures."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"


def joined(words: list[str]) -> str:
    """A, B and C."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
