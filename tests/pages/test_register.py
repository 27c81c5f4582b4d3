"""The register of checks: each laid out as the sum it is, first what differs, found by document,
rule and verdict without a script.
"""

import re
from decimal import Decimal

import html5lib
import pytest

from scripts.checks import RULES
from scripts.model.package import Package
from scripts.pages import addresses, check_sentences, sums
from scripts.pages.check import check_page
from scripts.pages.home import home_page
from tests.taking_part import ids, instead

SOUTHMERE, NORTHBRIDGE = "southmere-report-2021-22", "northbridge-foi-1234"
DIFFERS = f"{SOUTHMERE}/total/sixteen-and-over"


@pytest.fixture(scope="module")
def pages(package):
    return {page.path: page.body for page in check_page.pages(package)}


def check(package, check_id):
    return package.term("checks", check_id)


def worked_out(equation: str) -> Decimal:
    """What the left side of an equation comes to, reckoned from the left with brackets first, as a
    reader would.
    """
    left = re.sub("[£%,]|up to ", "", equation.partition(" = ")[0])
    while "(" in left:
        left = re.sub(r"\(([^()]*)\)", lambda found: str(from_the_left(found[1])), left)
    return from_the_left(left)


def from_the_left(text: str) -> Decimal:
    first, *rest = text.split()
    value = Decimal(first)
    for sign, number in zip(rest[::2], rest[1::2], strict=True):
        value = {
            "+": value + Decimal(number),
            "−": value - Decimal(number),
            "×": value * Decimal(number),
            "÷": value / Decimal(number),
        }[sign]
    return value


@pytest.mark.parametrize(
    ("check_id", "equation"),
    [
        (f"{SOUTHMERE}/total/sixteen-and-over", "4 + 5 = 9"),
        (f"{NORTHBRIDGE}/change/growth", "(300 − 270) ÷ 270 × 100 = 11.11%"),
        (f"{SOUTHMERE}/difference/late", "610 − 487 = 123"),
        (f"{NORTHBRIDGE}/unit-cost/cost-each", "£40.00 × 12 = £480"),
        (f"{SOUTHMERE}/average/a-month", "610 ÷ 12 = 50.83"),
        (f"{NORTHBRIDGE}/fall/health", "(60 − 50) ÷ 60 × 100 = 16.67%"),
        (f"{NORTHBRIDGE}/share-of-rows/all-subjects", "3 ÷ 3 × 100 = 100%"),
        (f"{NORTHBRIDGE}/possible-share/schools", ""),
        (f"{NORTHBRIDGE}/higher/referrals-grew", ""),
        (f"{NORTHBRIDGE}/count-of/subjects", ""),
        (f"{SOUTHMERE}/at-most/in-time", ""),
        (f"{SOUTHMERE}/same/children", ""),
    ],
)
def test_a_check_is_written_as_the_sum_it_is(package, check_id, equation):
    assert sums.equation(sums.lay_out(check(package, check_id), package)) == equation


def test_every_sum_comes_to_what_was_recomputed(package):
    found = [
        (row, equation)
        for row in package["checks"]
        if row["recomputed"] and (equation := sums.equation(sums.lay_out(row, package)))
    ]
    assert {row["rule"] for row, _ in found} >= {
        "total",
        "share",
        "shares_add_up",
        "change",
        "difference",
    }
    for row, equation in found:
        assert abs(worked_out(equation) - Decimal(row["recomputed"])) <= Decimal("0.005"), equation


def test_every_line_of_a_sum_says_what_it_is(package):
    assert all(
        line.label or line.fact
        for row in package["checks"]
        for line in sums.lay_out(row, package).lines
    )


def test_a_number_divided_by_that_is_itself_a_sum_shows_what_it_is_made_of(package):
    row = check(package, f"{NORTHBRIDGE}/share/share/health")
    (whole,) = ids(package, row, "whole")
    parts = [
        f["figure_id"]
        for f in package.group("figures", "table_id", f"{NORTHBRIDGE}/referrals-by-source")
        if f["source_column"] == "y2020_21" and f["figure_id"] != whole
    ]
    same = [(part, *ids(package, row, part)) for part in ("percent", "part")]
    several = instead(package, row, *same, *(("whole", one) for one in parts))
    laid = sums.lay_out(several, package)
    assert [line.kind for line in laid.lines][:3] == ["part", "subtotal", "inner"]
    assert worked_out(sums.equation(laid)).quantize(Decimal("0.01")) == Decimal(row["recomputed"])


def test_what_figures_share_is_said_once(package):
    laid = sums.lay_out(check(package, DIFFERS), package)
    assert [line.label for line in laid.lines if line.kind == "part"] == ["Boys", "Girls"]
    assert laid.about == "Children with a plan, 16 and over, Southmere, 31 March 2022"
    assert [line.label for line in laid.lines if line.kind == "recomputed"] == ["added up"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([3], "line 3"),
        ([3, 5], "lines 3 and 5"),
        ([3, 4, 5, 9], "lines 3 to 5 and 9"),
        ([1, 2], "lines 1 and 2"),
        ([203, 206, 207, 210], "lines 203, 206, 207 and 210"),
        ([1, 2, 5, 6, 7], "lines 1, 2 and 5 to 7"),
    ],
)
def test_lines_are_said_as_runs(lines, said):
    assert sums.line_words(lines) == said


def test_each_rule_has_a_sentence_with_both_numbers(package):
    for row in package["checks"]:
        said = check_sentences.sentence(row, package)
        assert "{" not in said
        worked_out = RULES[row["rule"]].printed
        recomputed = row["recomputed"] or row["recomputed_high"]
        assert not worked_out or recomputed in said.replace(",", ""), said


def test_how_to_tell_the_publisher_names_document_place_and_both_numbers_and_blames_nobody(package):
    row = check(package, DIFFERS)
    told = dict(check_sentences.letter(row, sums.lay_out(row, package), package))
    assert told["Document"].startswith("Southmere: children with a plan")
    assert "Table 1" in told["Place"]
    assert "line " in told["Place"]
    assert "8" in told["What is printed"] and "9" in told["What is printed"]
    assert told["Shown at"].endswith(addresses.check(check(package, DIFFERS)))
    assert not re.search("wrong|error|mistake|fault|failed", " ".join(told.values()), re.IGNORECASE)


def test_only_what_differs_has_a_note_to_the_publisher(package):
    with_letter = [
        row["check_id"] for row in package["checks"] if check_page.facts(row, package)["letter"]
    ]
    assert with_letter == [
        row["check_id"] for row in package["checks"] if row["verdict"] == "discrepancy"
    ]


def test_differences_that_share_a_number_name_each_other(package):
    rows = package["checks"]
    other = {**check(package, f"{SOUTHMERE}/total/boys-and-girls"), "verdict": "discrepancy"}
    first, *_ = ids(package, other)
    shared = instead(package, check(package, DIFFERS), ("whole", first))
    package.checks_of[first].append(other)
    assert other["check_id"] in [one["check_id"] for one, *_ in check_page.related(shared, package)]
    package.checks_of[first].remove(other)
    assert rows == package["checks"]


def test_every_check_has_its_anchor_on_the_page_of_its_document(package, pages):
    for row in package["checks"]:
        path, _, anchor = addresses.check(row).partition("#")
        assert f'id="{anchor}"' in pages[path]


def test_every_number_of_a_check_leads_to_its_figure(package, pages):
    for row in package["checks"]:
        page = pages[addresses.checks(row["document_id"])]
        members = package.members(row)
        for figure_id in {one["figure_id"] for one in members if one["figure_id"]}:
            assert (
                addresses.relative(
                    addresses.checks(row["document_id"]),
                    addresses.figure(package.term("figures", figure_id)),
                )
                in page
            )


def test_every_answer_that_is_counted_is_listed_with_its_place_and_leads_back(package, pages):
    counted = [
        row for row in package["checks"] if sums.counted(row, package) and sums.parts(row, package)
    ]
    assert {row["rule"] for row in counted} == {"count_of", "share_of_rows"}
    for row in counted:
        answers = sums.lay_out(row, package).listed
        assert {answer["answer_id"] for answer in answers} == {
            one["answer_id"] for one in package.members(row) if one["answer_id"]
        }
        for answer in answers:
            assert (
                addresses.relative(addresses.checks(row["document_id"]), addresses.answer(answer))
                in pages[addresses.checks(row["document_id"])]
            )
            assert row in package.checks_of[answer["answer_id"]]


def test_periods_are_told_by_their_days(package):
    row = check(package, f"{NORTHBRIDGE}/periods-match/growth")
    first, second = ids(package, row, "others")
    one = {
        **instead(package, row, ("figure", first), ("others", second)),
        "printed": "366",
        "recomputed": "0",
        "difference": "366",
        "verdict": "caveat",
    }
    assert check_sentences.sentence(one, package) == (
        "The number 270, for April 2019 to March 2020, covers 366 days. The numbers that it "
        "is compared with cover 0 days."
    )


def test_a_date_that_several_places_give_is_told_with_each_and_leads_to_their_answers(
    package, pages
):
    row = next(row for row in package["checks"] if row["rule"] == "same_period")
    assert check_sentences.sentence(row, package) == "2 places give April 2019 to March 2021."
    page = pages[addresses.checks(row["document_id"])]
    answers = ids(package, row)
    assert [
        answer
        for answer in answers
        if addresses.relative(
            addresses.checks(row["document_id"]), addresses.answer(package.term("answers", answer))
        )
        not in page
    ] == []
    other = {**package.term("answers", answers[1]), "period_end": "2020-03-31"}
    fresh = Package(package.root)
    fresh.terms["answers"][answers[1]] = other
    differs = {
        **row,
        "verdict": "discrepancy",
        "printed": "731",
        "recomputed": "366",
        "difference": "365",
    }
    assert (
        check_sentences.sentence(differs, fresh)
        == "One place gives April 2019 to March 2021, another April 2019 to March 2020."
    )
    assert [line.number for line in sums.lay_out(differs, fresh).lines] == [
        "April 2019 to March 2021",
        "April 2019 to March 2020",
    ]
    assert check_page.facts(differs, fresh)["letter"]


def test_several_numbers_of_a_share_are_added_up_before_they_are_divided(package):
    row = check(package, f"{NORTHBRIDGE}/share/share/schools")
    same = [(member["part"], member["figure_id"]) for member in package.members(row)]
    police = ids(package, row, "part")[0].replace("schools", "police")
    several = instead(package, row, *same, ("part", police))
    assert sums.equation(sums.lay_out(several, package)).startswith("(150 + 100) ÷ 300 × 100 = ")
    assert check_sentences.sentence(several, package).startswith("50.0% is printed. 250 of 300 is ")


def test_money_that_is_added_up_keeps_its_unit(package):
    assert (
        sums.summed([{"value": "10", "unit": "gbp"}, {"value": "5", "unit": "gbp"}], package)
        == "£15"
    )
    assert (
        sums.summed([{"value": "10", "unit": "gbp"}, {"value": "5", "unit": "count"}], package)
        == "15"
    )


def test_a_letter_shows_the_sign_that_had_to_be_read(package):
    row = check(package, DIFFERS)
    assert "In the text that we have" not in dict(check_page.facts(row, package)["letter"])
    fresh = Package(package.root)
    whole = ids(package, row)[0]
    fresh.terms["figures"][whole] = {**fresh.term("figures", whole), "value_as_published": "8O/"}
    assert (
        dict(check_page.facts(row, fresh)["letter"])["In the text that we have"]
        == "“8O/”, read as 8."
    )


def test_only_what_is_printed_as_a_total_is_called_one(package):
    row = check(package, f"{NORTHBRIDGE}/total/referrals-2020-21")
    assert (
        check_sentences.sentence(row, package)
        == "The printed total is 300. Its 3 parts add up to 300."
    )
    fresh = Package(package.root)
    whole = ids(package, row)[0]
    fresh.terms["figures"][whole] = {**fresh.term("figures", whole), "is_total": "no"}
    assert (
        check_sentences.sentence(row, fresh)
        == "300 is printed. The 3 numbers that it is compared with add up to 300."
    )


def test_numbers_of_unlike_measures_are_named_by_the_first_of_them(package):
    row = check(package, f"{NORTHBRIDGE}/higher/referrals-grew")
    (higher,) = ids(package, row, "higher")
    unlike = instead(package, row, ("higher", higher), ("lower", f"{SOUTHMERE}/prose/assessments"))
    assert sums.lay_out(row, package).subject == "Referrals, All, Northbridge"
    assert sums.lay_out(unlike, package).subject.startswith("Referrals: All. Northbridge, ")


def test_a_number_that_would_make_several_checks_hold_is_named_beside_each(package):
    fresh = Package(package.root)
    figure, mended = (
        f"{NORTHBRIDGE}/referrals-by-source/health/y2020-21",
        [f"{NORTHBRIDGE}/share/share/health", f"{NORTHBRIDGE}/fall/health"],
    )
    fresh.rows["single_change_checks"] = [
        {"figure_id": figure, "value": "1050", "check_id": check_id} for check_id in mended
    ]
    page = {page.path: page.body for page in check_page.pages(fresh)}[addresses.checks(NORTHBRIDGE)]
    assert (
        page.count(": 1,050 instead of 50. ")
        == page.count("Then this and 1 other check would hold")
        == 2
    )
    for check_id in mended:
        section = page.partition(f'id="{addresses.check_anchor(check_id)}"')[2].partition(
            "</section>"
        )[0]
        assert (
            addresses.relative(
                addresses.checks(NORTHBRIDGE), addresses.figure(package.term("figures", figure))
            )
            in section
            and "1,050 instead of 50" in section
        )


def test_checks_that_share_a_number_are_one_group(package, pages):
    differing = [row["check_id"] for row in package["checks"] if row["verdict"] == "discrepancy"]
    (group,) = check_page.sharing(package)
    assert [row["check_id"] for row in group] == [
        f"{NORTHBRIDGE}/share/share/health",
        f"{NORTHBRIDGE}/fall/health",
    ]
    assert f"{SOUTHMERE}/total/sixteen-and-over" in differing
    assert (
        "<p>2 of these share a number with another, in 1 group: one wrong number can break "
        "several checks.</p>"
    ) in pages[addresses.CHECKS]


def test_each_contradiction_is_told_once_with_the_checks_that_it_breaks(package, pages):
    page = pages[addresses.CHECKS]
    (cause,) = [row for row in package["causes"] if row["cause_id"].endswith("/second-decimal")]
    assert page.count(cause["what"]) == 1
    told = page.partition(cause["what"])[2].partition("</li>")[0]
    assert cause["put_right"] in told and check_page.HOW_SURE["likely"] in told
    for name in (f"{NORTHBRIDGE}/share/share/health", f"{NORTHBRIDGE}/fall/health"):
        address = addresses.relative(addresses.CHECKS, addresses.check(check(package, name)))
        assert f'href="{address}"' in told


def test_a_figure_of_another_document_is_told_with_its_document(package):
    row = check(package, f"{NORTHBRIDGE}/higher/referrals-grew")
    (higher,) = ids(package, row, "higher")
    across = instead(package, row, ("higher", higher), ("lower", f"{SOUTHMERE}/prose/neighbour"))
    package["checks"].append(across)
    page = next(
        page.body
        for page in check_page.pages(package)
        if page.path == addresses.checks(NORTHBRIDGE)
    )
    package["checks"].remove(across)
    assert "</a> (Southmere" in page


def test_what_does_not_add_up_stands_first_and_what_holds_last(pages):
    found = re.findall(r'<section id="(\w+)" data-group', pages[addresses.CHECKS])
    assert found == [verdict for verdict in check_page.HEADINGS if verdict in found]
    assert found[0] == "discrepancy" and found[-1] == "holds"


def test_without_a_script_each_document_and_rule_has_a_list_by_verdict_with_its_count(
    package, pages
):
    tree = html5lib.parse(pages[addresses.CHECKS], namespaceHTMLElements=False)
    links = [(a.attrib["href"], "".join(a.itertext())) for a in tree.iter("a")]
    for rule, counted in check_page.by_rule(package):
        for verdict, number in counted.items():
            address = addresses.relative(
                addresses.CHECKS, f"{addresses.checks_by_rule(rule['rule_id'])}#{verdict}"
            )
            assert (address, str(number)) in links
            assert f'<section id="{verdict}"' in pages[addresses.checks_by_rule(rule["rule_id"])]
    for document, counted in check_page.by_document(package):
        for verdict, number in counted.items():
            assert (
                addresses.relative(
                    addresses.CHECKS, f"{addresses.checks(document['document_id'])}#{verdict}"
                ),
                str(number),
            ) in links


def test_a_claim_that_cannot_be_recomputed_stands_apart_with_its_numbers_and_the_reason(
    package, pages
):
    (claim,) = package["not_recomputed"]
    page, anchor = addresses.check(claim).split("#")
    section = pages[page].partition('id="_not_recomputed"')[2].partition("</section>")[0]
    assert f'id="{anchor}"' in section and check_sentences.WHY_NOT["number_missing"] in section
    named = ids(package, claim)
    assert [
        figure_id
        for figure_id in named
        if addresses.relative(page, addresses.figure(package.term("figures", figure_id)))
        not in section
    ] == []
    assert (
        f"{addresses.relative(addresses.CHECKS, page)}#_not_recomputed" in pages[addresses.CHECKS]
    )


def test_what_the_home_page_counts_is_every_check(package):
    counts = home_page.counts(package)
    assert (
        sum(counts[verdict] for verdict in check_page.VERDICTS)
        == counts["checks"]
        == len(package["checks"])
    )


def test_there_are_words_for_each_reason_why_a_claim_cannot_be_recomputed(package):
    table = next(
        table for table in package.contract["resources"] if table["name"] == "not_recomputed"
    )
    (reasons,) = [
        field["constraints"]["enum"]
        for field in table["schema"]["fields"]
        if field["name"] == "reason"
    ]
    assert list(check_sentences.WHY_NOT) == reasons


def test_explanations_are_marked_as_ours(pages):
    page = pages[addresses.checks(SOUTHMERE)]
    assert "Our explanation (misprint):" in page
    assert "We do not know that anybody has told the publisher." in page


@pytest.fixture
def register(browser, small_site):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((small_site / "site" / addresses.CHECKS).as_uri())
    yield page
    page.close()


def test_filters_hide_what_does_not_fit_and_say_how_many_are_shown(register, package):
    holding = [
        row for row in package["checks"] if row["verdict"] == "holds" and row["rule"] == "total"
    ]
    register.get_by_role("combobox", name="Verdict").select_option("holds")
    register.get_by_role("combobox", name="Rule").select_option("total")
    shown = register.locator("[data-verdict]:visible")
    assert shown.count() == len(holding) > 0
    assert (
        register.locator("form [role=status]").inner_text()
        == f"{len(holding)} of {len(package['checks'])} checks"
    )
    assert register.locator("section#discrepancy").is_hidden()
    register.get_by_role("button", name="Show all").click()
    register.wait_for_function(
        "() => document.querySelector('[data-count]').textContent.startsWith('All ')"
    )
    assert register.locator("section#discrepancy").is_visible()


def test_filters_work_by_keyboard(register):
    register.get_by_role("combobox", name="Verdict").focus()
    register.keyboard.press("d")  # Differs
    register.keyboard.press("Tab")
    assert register.locator("section#holds").is_hidden()
    assert register.evaluate("document.activeElement.name") == "rule"


def test_without_a_script_there_is_no_form_and_everything_is_there(browser, small_site, package):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((small_site / "site" / addresses.CHECKS).as_uri())
    assert page.locator("form[data-register]").is_hidden()
    assert page.locator("[data-verdict]").count() == len(package["checks"])
    page.locator("section#_rules td a").first.click()
    page.wait_for_url("**/by-rule/**")
    context.close()
