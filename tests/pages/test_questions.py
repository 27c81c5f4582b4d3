"""Ten questions and more that a visitor brings: each is answered one click from the home page, by
browsing, and by one search.
"""

import csv
import re
from decimal import Decimal

import pytest

from scripts.model.package import Package
from scripts.pages import prose, words
from scripts.pages.question import question_page
from scripts.pages.spoken_facts import could_be_shares
from scripts.verbs import publish
from tests import reader, sample

LSCB, CSCP, COVENTRY, LEICESTER, WALSALL = (
    "coventry-lscb-2014-15",
    "coventry-cscp-2024-25",
    "coventry-foi-req07955",
    "leicester-foi-cse-training",
    "walsall-cse-training-2017",
)

# the question, the facts that must stand on the page with its answer, what somebody would type, and
# the links to it from the home page by topic
ASKED = [
    (
        "children-on-plans-september-2015",
        [
            f"{LSCB}/child-protection-prose/children-on-plans-september-2015",
            f"{LSCB}/chair-introduction-prose/children-on-plans-now",
        ],
        "children on plans September 2015",
        ["Child protection"],
    ),
    (
        "cost-of-exploitation-training",
        [
            f"{COVENTRY}/training-cost/child-sexual-exploitation/cost-per-delegate",
            f"{LEICESTER}/prose/external-training-cost",
        ],
        "training cost a head",
        ["Compare councils"],
    ),
    (
        "who-pays-for-the-partnership",
        [
            f"{CSCP}/financial-contributions/{body}/contribution"
            for body in (
                "coventry-city-council",
                "west-midlands-police",
                "coventry-and-warwickshire-icb",
            )
        ],
        "who pays partnership",
        ["Money"],
    ),
    (
        "lado-referrals-from-schools",
        [f"{LSCB}/lado-referrals-by-source/education/number-of-referrals"],
        "LADO referrals schools",
        ["Allegations against staff and volunteers", "Referrals to the LADO"],
    ),
    (
        "online-cases-leicester-2016",
        [
            f"{LEICESTER}/online-cases-by-year/2017/cases",
            f"{LEICESTER}/prose/online-cases-four-years",
        ],
        "2016 online Leicester",
        ["Compare councils"],
    ),
    (
        "training-total-2015",
        [f"{LSCB}/training-by-sector/total/trained-2015-16"],
        "training total add up",
        ["Training", "Next"],
    ),
    (
        "how-often-safeguarding-training",
        [f"{COVENTRY}/mandatory-training/safeguarding-awareness/frequency"],
        "how often safeguarding training",
        ["Compare councils"],
    ),
    (
        "primary-absence-2014-15",
        [f"{LSCB}/pupil-absence-primary/coventry/y2014-15"],
        "primary pupils absence",
        ["Education and early years", "Pupil absence"],
    ),
    (
        "people-at-training-2024-25",
        [f"{CSCP}/training-prose/all-training"],
        "people training 2024-25",
        ["Training", "Figures on learning events and on all training together"],
    ),
    (
        "reuse-leicester",
        [],
        "re-use Leicester",
        [
            "Leicester",
            (
                "Leicester: social workers' training on exploitation, and cases where it was a "
                "factor (FOI reply, no date printed)"
            ),
        ],
    ),
    (
        "exploitation-coventry-leicester",
        [
            f"{LEICESTER}/prose/cases-five-years",
            f"{COVENTRY}/assessments-by-factor/child-sexual-exploitation/y2015-16",
        ],
        "CSE Coventry Leicester",
        ["Compare councils"],
    ),
    (
        "walsall-mandatory-training",
        [f"{WALSALL}/answers/decision"],
        "Walsall mandatory",
        [
            "Walsall",
            (
                "Walsall: a proposal to make training on child sexual exploitation mandatory for "
                "all staff (report to council, 2017)"
            ),
            "Training before, and the training proposed",
        ],
    ),
]
LICENCE = "Open Government Licence"


@pytest.fixture(scope="module")
def facts(repository):
    """What must be read on the site for each figure and answer, from the data."""
    with (repository / "data/tidy/figures.csv").open(encoding="utf-8") as file:
        found = {row["figure_id"]: words.number(row["value"]) for row in csv.DictReader(file)}
    with (repository / "data/vocabulary/answer_codes.csv").open(encoding="utf-8") as file:
        codes = {row["answer_code_id"]: row["title"] for row in csv.DictReader(file)}
    with (repository / "data/tidy/answers.csv").open(encoding="utf-8") as file:
        return found | {
            row["answer_id"]: codes.get(row["answer"], row["answer"])
            for row in csv.DictReader(file)
        }


@pytest.fixture(scope="module")
def home(browser, whole):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    yield page, (whole / "site/index.html").as_uri()
    page.close()


def expected(stem, ids, facts):
    return [facts[each] for each in ids] or [LICENCE]


@pytest.mark.parametrize(("stem", "ids"), [asked[:2] for asked in ASKED])
def test_a_question_is_answered_one_click_from_the_home_page(home, facts, stem, ids):
    page, address = home
    page.goto(address)
    reader.go(page, page.locator(f'a[href="questions/{stem}.html"]'))
    said = reader.read(page)
    assert [fact for fact in expected(stem, ids, facts) if fact not in said] == []
    assert said.index("What you should know") < min(
        said.index(fact, len(page.locator("h1").inner_text()))
        for fact in expected(stem, ids, facts)
    )


@pytest.mark.parametrize(("stem", "ids", "typed"), [asked[:3] for asked in ASKED])
def test_a_question_is_answered_by_one_search(home, facts, stem, ids, typed):
    page, address = home
    page.goto(address)
    page.locator("#ask").fill(typed)
    page.locator("#ask").press("Enter")
    found = reader.results(page)
    assert any(link.endswith(f"questions/{stem}.html") for link in found[:5]), found[:5]


@pytest.mark.parametrize(
    ("stem", "ids", "links"), [(stem, ids, links) for stem, ids, _, links in ASKED]
)
def test_a_question_is_answered_by_browsing_within_three_clicks(home, facts, stem, ids, links):
    page, address = home
    page.goto(address)
    for words_of_link in links:
        reader.follow(page, words_of_link)
    page.evaluate("document.querySelectorAll('#main details').forEach((each) => each.open = true)")
    said = reader.read(page)
    assert [fact for fact in expected(stem, ids, facts) if fact not in said] == []


def test_every_number_of_an_answer_leads_to_the_line_on_which_it_is_printed(home, facts):
    page, address = home
    page.goto(address)
    reader.go(page, page.locator('a[href="questions/children-on-plans-september-2015.html"]'))
    reader.go(page, page.locator(".answered a.fig").first)
    assert facts[ASKED[0][1][0]] in reader.read(page)
    assert "line 127" in reader.read(page)


@pytest.mark.parametrize(
    ("whole", "percentages", "possible"),
    [
        ("578", ["47.8", "3.8"], True),
        ("532", ["43.3"], False),
        ("3", ["33.3", "66.7"], True),
        ("3", ["33.4"], False),
        ("3", ["33"], True),
        ("200", ["0.5"], True),
        ("200", ["0.3"], False),
        ("8", ["12.5", "13"], True),
    ],
)
def test_a_percentage_is_a_share_of_a_whole_if_some_number_of_things_is(
    whole, percentages, possible
):
    assert could_be_shares(Decimal(whole), map(Decimal, percentages)) is possible


def test_what_to_know_stands_before_the_answer_and_the_answer_comes_from_data(published):
    body = next(
        page.body
        for page in question_page.pages(Package(published))
        if page.path == "questions/how-many-cases.html"
    )
    assert body.index("Cases, not children.") < body.index("1,300</a>")
    assert "figures/north-town-reply/cases.html#total.cases" in body


@pytest.mark.parametrize("stem", [asked[0] for asked in ASKED])
def test_no_number_and_no_date_of_an_answer_is_typed(repository, stem):
    written = (repository / f"docs/questions/{stem}.md").read_text(encoding="utf-8")
    typed = re.sub(
        r"(?s:\{\{.*?\}\})|\]\(.*?\)|^# .*$", "", written, flags=re.MULTILINE
    )  # the question itself may have a year
    assert re.findall(r"\S*\d\S*", typed) == []


def test_an_answer_says_the_period_of_a_figure(project):
    (project / "docs/questions/when.md").write_text(
        (
            "---\ntopic: exploitation\nknow: x\n---\n# When?\n\nFor {{ "
            'when("north-town-reply/cases/total/cases") }}.\n'
        ),
        encoding="utf-8",
    )
    assert (
        "For April 2019 to March 2020." in prose.read("questions/when.html", Package(project)).body
    )


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ('{{ figure("north-town-reply/cases/none/cases") }}', "is not in the package"),
        ("{{ nobody }}", "cannot be filled in"),
        ("{{ figure( }}", "cannot be filled in"),
    ],
)
def test_an_answer_that_names_what_is_not_there_is_told_with_its_file_and_nothing_is_published(
    tmp_path, capsys, answer, told
):
    root = sample.write(tmp_path)
    (root / "docs/questions/wrong.md").write_text(
        f"---\ntopic: exploitation\nknow: x\n---\n# Wrong?\n\n{answer}\n"
    )
    assert publish.main(root) == 1
    assert "docs/questions/wrong.md" in (heard := capsys.readouterr().err)
    assert told in heard
    assert not (root / "site").exists()


def test_no_answer_lets_data_act_on_the_page(tmp_path):
    root = sample.write(
        tmp_path, lambda text: f"{text} <script>window.hacked=1</script> **x** {{{{ 7*7 }}}}"
    )
    body = next(
        page.body
        for page in question_page.pages(Package(root))
        if page.path == "questions/how-many-cases.html"
    )
    assert "<script" not in body
    assert "49" not in body
