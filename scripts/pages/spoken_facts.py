"""What prose may say of the package: the facts of `Facts.NAMES`, and no others.

A fact is written in double braces: a name, then ids in quotation marks, then for some a column, as
in `figure("id")` or `document("id").date`. That is the whole grammar. A fact that does not hold, or
names what is not there, is refused.
"""

import inspect
import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from markupsafe import Markup

from scripts.model.package import Package
from scripts.pages import addresses, words
from scripts.pages.plain_markdown import Unsaid, Untrue

IDS = r'"[^"]*"(?:\s*,\s*"[^"]*")*'
GRAMMAR = re.compile(rf"([a-z_]+)(?:\(\s*({IDS})\s*\))?(?:\.([a-z0-9_]+))?")
QUOTED = re.compile(r'"([^"]*)"')
TAKE_OUT = "Correct the id, or take out the sentence"


class Facts:
    """The facts for one page. It keeps the rows it was asked for, in order, each once.

    `given` are the facts of this page only: a text by name, or columns by name.
    """

    NAMES = (
        "figure",
        "printed",
        "number",
        "when",
        "answer",
        "answer_in_sentence",
        "check",
        "recomputed",
        "difference",
        "document",
        "licence",
        "may_reuse",
        "comparability",
        "sum",
        "share",
        "divided",
        "possible_shares",
        "impossible_whole",
        "while_only",
    )

    def __init__(
        self, page: str, package: Package, given: Mapping[str, str | Mapping[str, str]] = {}
    ):
        self.page, self.package, self.given = page, package, given
        self.rows: dict[str, dict[str, dict[str, str]]] = {
            "figures": {},
            "answers": {},
            "checks": {},
        }

    def say(self, written: str) -> str:
        """What a fact says, as it is written between the braces. Raises Unsaid."""
        found = GRAMMAR.fullmatch(written.strip())
        if not found or not self.known(found[1], found[2]):
            raise Unsaid(
                f"{written.strip()[:60]!r} cannot be filled in",
                (
                    f"Write one of {', '.join((*self.given, *self.NAMES))}, as "
                    "docs/add-a-document.md says"
                ),
            )
        name, ids, column = found[1], QUOTED.findall(found[2] or ""), found[3]
        try:
            said = self.given[name] if found[2] is None else self.asked(name, ids)
        except KeyError as missing:
            raise Unsaid(f"{missing.args[0]!r} is not in the package", TAKE_OUT) from None
        return _one(said, name, column)

    def known(self, name: str, ids: str | None) -> bool:
        return name in (self.given if ids is None else self.NAMES)

    def asked(self, name: str, ids: list[str]) -> str | Mapping[str, str]:
        """What the package says of the ids. Raises Untrue where a condition does not hold."""
        method = getattr(self, name)
        try:
            inspect.signature(method).bind(*ids)
        except TypeError:
            raise Unsaid(
                f"{name} with {len(ids)} ids cannot be filled in",
                "Give as many ids as docs/add-a-document.md says",
            ) from None
        found: str | Mapping[str, str] = method(*ids)
        return found

    def row(self, table: str, key: str) -> dict[str, str]:
        return self.rows[table].setdefault(key, self.package.term(table, key))

    def linked(self, address: str, text: str) -> Markup:
        return Markup('<a class="fig" href="{}">{}</a>').format(
            addresses.relative(self.page, address), text
        )

    def figure(self, figure_id: str) -> str:
        """The value with its unit and qualifier, as a link to the figure."""
        said = words.value(self.row("figures", figure_id), self.package)
        return self.linked(addresses.figure(self.row("figures", figure_id)), said)

    def printed(self, figure_id: str) -> str:
        """What is printed, as a link to the figure."""
        said = self.row("figures", figure_id)["value_as_published"]
        return self.linked(addresses.figure(self.row("figures", figure_id)), f"“{said}”")

    def number(self, figure_id: str) -> str:
        """The number alone, without unit and link."""
        return words.number(str(self.value(figure_id)))

    def when(self, figure_id: str) -> str:
        """The period of a figure in words."""
        return words.period_words(self.package.term("figures", figure_id))

    def answer(self, answer_id: str) -> str:
        """The answer in words, as a link to where it stands."""
        return self.answer_link(answer_id, self.answer_words(answer_id))

    def answer_in_sentence(self, answer_id: str) -> str:
        """The answer in small letters, for the middle of a sentence."""
        return self.answer_link(answer_id, self.answer_words(answer_id).lower())

    def answer_words(self, answer_id: str) -> str:
        return words.answer(self.row("answers", answer_id), self.package)

    def answer_link(self, answer_id: str, said: str) -> str:
        return self.linked(addresses.answer(self.row("answers", answer_id)), said)

    def check(self, check_id: str) -> Mapping[str, str]:
        """The columns of a check, such as its explanation."""
        return self.row("checks", check_id)

    def recomputed(self, check_id: str) -> str:
        """What a check makes of the numbers, as a link to the check."""
        said = words.number(self.row("checks", check_id)["recomputed"])
        return self.linked(addresses.check(self.row("checks", check_id)), said)

    def difference(self, check_id: str) -> str:
        """How far the printed number is from the recomputed one, either way."""
        return words.number(self.row("checks", check_id)["difference"].lstrip("-"))

    def document(self, document_id: str) -> Mapping[str, str]:
        """The columns of a document; its date and its period in words."""
        found = self.package.term("documents", document_id)
        date = words.day(found["date"]) if found["date"] else ""
        return {**found, "date": date, "period": words.period_of(found)}

    def licence(self, document_id: str) -> Mapping[str, str]:
        """The columns of a document's licence; `basis` says where its terms stand."""
        found = self.package.term("documents", document_id)
        basis = self.package.term("licence_bases", found["licence_basis"])["definition"]
        return {**self.package.term("licences", found["licence_id"]), "basis": basis}

    def may_reuse(self, document_id: str) -> str:
        """Whether the document's terms allow its re-use."""
        return "Yes" if self.licence(document_id)["open"] == "yes" else "Not without asking"

    def comparability(self, measure_id: str, other_id: str) -> Mapping[str, str]:
        """What is said about comparing two measures."""
        try:
            return self.package.term("comparability", (measure_id, other_id))
        except KeyError:
            raise KeyError(f"{measure_id}, {other_id}") from None

    def value(self, figure_id: str) -> Decimal:
        """The exact number of a figure, to reckon with."""
        if not (found := self.row("figures", figure_id)["value"]):
            raise Unsaid(f"{figure_id!r} has no number", TAKE_OUT)
        return Decimal(found)

    def sum(self, figure_id: str, *others: str) -> str:
        """Figures of one unit, added up, with the unit."""
        units = {self.row("figures", each)["unit"] for each in (figure_id, *others)}
        total = sum(map(self.value, others), self.value(figure_id))
        if len(units) > 1:
            raise Unsaid(f"{', '.join(sorted(units))} cannot be added up", TAKE_OUT)
        return words.with_unit(words.number(str(total)), units.pop(), self.package)

    def share(self, part_id: str, *all_ids: str) -> str:
        """The first figure as a percentage of all others together, with one decimal."""
        total = sum(map(self.value, all_ids), Decimal(0))
        return f"{_divided(100 * self.value(part_id), total, '0.1')}%"

    def divided(self, figure_id: str, by_id: str) -> str:
        """One figure divided by another, with two decimals."""
        return words.number(_divided(self.value(figure_id), self.value(by_id), "0.01"))

    def possible_shares(self, whole_id: str, *share_ids: str) -> str:
        """How many percentages there are; refused unless each can be a share of the whole."""
        if not could_be_shares(self.value(whole_id), map(self.value, share_ids)):
            raise Unsaid(f"not all are possible shares of {whole_id!r}", TAKE_OUT)
        return str(len(share_ids))

    def impossible_whole(self, whole_id: str, *share_ids: str) -> str:
        """The number of a figure; refused if each percentage can be a share of it."""
        if could_be_shares(self.value(whole_id), map(self.value, share_ids)):
            raise Unsaid(f"all are possible shares of {whole_id!r}", TAKE_OUT)
        return self.number(whole_id)

    def while_only(self, about_id: str, *document_ids: str) -> str:
        """Nothing, as long as no other document speaks of a topic or a measure: what is written
        beside it was true of these.
        """
        speaking = self.package.once(_speaking).get(about_id, set())
        if not speaking or not speaking <= set(document_ids):
            raise Untrue
        return ""


def _speaking(package: Package) -> dict[str, set[str]]:
    """The documents that have figures of each measure, and figures or answers on each topic."""
    found: dict[str, set[str]] = {}
    for row in package["figures"]:
        topic_id = package.term("measures", row["measure_id"])["topic_id"]
        for about_id in (row["measure_id"], topic_id):
            found.setdefault(about_id, set()).add(row["document_id"])
    for row in package["answers"]:
        found.setdefault(row["topic_id"], set()).add(row["document_id"])
    return found


def _one(said: str | Mapping[str, str], name: str, column: str | None) -> str:
    """A text, or the column that is asked for."""
    if isinstance(said, str):
        if column is not None:
            raise Unsaid(f"{name} has no columns and cannot be filled in", f"Leave out .{column}")
        return said
    if column is None or column not in said:
        raise Unsaid(
            f"{name} without one of its columns cannot be filled in",
            f"Write {name}(...). and one of {', '.join(said)}",
        )
    return said[column]


def _divided(number: Decimal, by: Decimal, step: str) -> str:
    if not by:
        raise Unsaid("a number divided by 0 cannot be said", TAKE_OUT)
    return str((number / by).quantize(Decimal(step), ROUND_HALF_UP))


def could_be_shares(whole: Decimal, percentages: Iterable[Decimal]) -> bool:
    """Whether each percentage, to its printed decimals, is some whole number of things out of so
    many.
    """
    return bool(whole) and all(could_be_share(whole, percentage) for percentage in percentages)


def could_be_share(whole: Decimal, printed: Decimal) -> bool:
    """A share is printed right if it is no more than half of its last decimal away from the exact
    one.
    """
    half = Decimal(1).scaleb(int(printed.as_tuple().exponent)) / 2
    nearest = int(printed * whole / 100)
    return any(
        abs(Decimal(100 * part) / whole - printed) <= half for part in (nearest, nearest + 1)
    )
