"""Bad input: each fault is told in one clear line with its place and its cure, and nothing is
written.
"""

import os
import re

import pytest

from scripts.validations import guard
from scripts.verbs import build
from tests.dataset.spoil import NORTHBRIDGE, SOUTHMERE, bytes_of, describe, edit, edit_all
from tests.promising import bad, kind_of

LINE = re.compile(r"[^:\s]+: [^:]+(: [^:]+)*: .+\. .+\.")  # file: place: what is wrong. What to do.
REFERRALS = f"{NORTHBRIDGE}/referrals-by-source.csv"
PLANS = f"{SOUTHMERE}/plans-by-age.csv"
PROSE, ANSWERS, NUMBERS = (
    f"{SOUTHMERE}/prose.csv",
    f"{NORTHBRIDGE}/answers.csv",
    f"{NORTHBRIDGE}/numbers.csv",
)
NORTH, SOUTH = f"{NORTHBRIDGE}/datapackage.json", f"{SOUTHMERE}/datapackage.json"


def cell(file, old, new):
    return lambda root: edit(root / file, old, new)


def every(file, old, new):
    return lambda root: edit_all(root / file, old, new)


def both(*spoils):
    return lambda root: [spoil(root) for spoil in spoils]


def word(folder, **words):
    return lambda root: describe(root / folder, **words)


def bytes_before(file, data):
    return lambda root: (root / file).write_bytes(data + (root / file).read_bytes())


def write(file, data):
    return lambda root: (root / file).write_bytes(data)


def remove(file):
    return lambda root: (root / file).unlink()


def link(file, target):
    def spoil(root):
        (root / file).unlink(missing_ok=True)
        os.symlink(target, root / file)

    return spoil


# name: (how it is spoiled, the file that the message names, words of the message[, how many lines
# if not one])
FILES = {
    "missing descriptor": (remove(NORTH), NORTH, "file: is missing"),
    "missing account of numerals": (
        remove(NUMBERS),
        NUMBERS,
        (
            "file: is missing. Draft it: make account DOCUMENTS=folder-of-the-texts "
            "DOCUMENT=northbridge-foi-1234"
        ),
    ),
    "missing table": (remove(REFERRALS), REFERRALS, "file: is missing"),
    "table not described": (
        write(f"{SOUTHMERE}/extra.csv", b"line\n1\n"),
        f"{SOUTHMERE}/extra.csv",
        "is not spoken of",
    ),
    "file of another kind": (
        write(f"{SOUTHMERE}/report.xlsx", b"PK"),
        f"{SOUTHMERE}/report.xlsx",
        "neither CSV nor JSON",
    ),
    "link out of the folder": (link(REFERRALS, "/etc/hostname"), REFERRALS, "is a link"),
    "linked folder": (
        link("data/sources/elsewhere", "/tmp"),
        "data/sources/elsewhere",
        "is a link",
    ),
    "NUL byte": (cell(REFERRALS, "Schools", b"Sch\0ols"), REFERRALS, "NUL byte"),
    "wrong encoding": (cell(REFERRALS, "Schools", b"Sch\xf6\xf6ls"), REFERRALS, "not UTF-8"),
    "byte order mark": (bytes_before(REFERRALS, b"\xef\xbb\xbf"), REFERRALS, "byte order mark"),
    "UTF-16": (write(REFERRALS, "line,a\n1,2\n".encode("utf-16")), REFERRALS, "Save it as"),
    "as Excel saves it": (
        both(every(REFERRALS, "\n", "\r\n"), bytes_before(REFERRALS, b"\xef\xbb\xbf")),
        REFERRALS,
        "byte order mark",
        2,
    ),
    "ending in capitals": (
        lambda root: (root / REFERRALS).rename(root / f"{NORTHBRIDGE}/referrals.CSV"),
        f"{NORTHBRIDGE}/referrals.CSV",
        "in small letters",
    ),
    "missing contract": (remove("datapackage.json"), "datapackage.json", "file: is missing"),
    "carriage returns": (every(REFERRALS, "\n", "\r\n"), REFERRALS, "carriage return"),
    "semicolons for commas": (every(REFERRALS, ",", ";"), REFERRALS, "semicolons"),
    "tabs for commas": (every(REFERRALS, ",", "\t"), REFERRALS, "tabs"),
    "empty file": (write(REFERRALS, b""), REFERRALS, "is empty"),
    "header only": (
        write(f"{NORTHBRIDGE}/answers.csv", b"line,row,question\n"),
        f"{NORTHBRIDGE}/answers.csv",
        "has no rows",
    ),
    "quote that never ends": (cell(REFERRALS, "Schools", '"Schools'), REFERRALS, "not CSV"),
    "no line end at the end": (
        cell(REFERRALS, "300,100%\n", "300,100%"),
        REFERRALS,
        "without a line end",
    ),
    "row with a cell too many": (
        cell(REFERRALS, "90,100,33.3%", "90,100,33.3%,"),
        REFERRALS,
        "row 2: has 6 cells, the header has 5",
    ),
    "row with a cell too few": (
        cell(REFERRALS, "90,100,33.3%", "90,100"),
        REFERRALS,
        "row 2: has 4 cells",
    ),
    "column twice": (
        cell(REFERRALS, "y2020_21", "y2019_20"),
        REFERRALS,
        "stands twice in the header",
    ),
    "column without a name": (
        cell(REFERRALS, "y2020_21", ""),
        REFERRALS,
        "is empty or stands twice",
    ),
    "formula": (cell(REFERRALS, "Schools", "=1+1"), REFERRALS, "formula"),
    "formula with a sign": (cell(REFERRALS, "Schools", "-HYPERLINK(A1)"), REFERRALS, "formula"),
    "giant cell": (cell(REFERRALS, "Schools", "S" * 1_501), REFERRALS, "1,501 characters"),
    "control character": (cell(REFERRALS, "Schools", "Sch\x07ols"), REFERRALS, "control character"),
}

DESCRIPTORS = {
    "not JSON": (cell(NORTH, '"url":', '"url"'), NORTH, "is not JSON"),
    "key twice": (
        cell(NORTH, '"reference": "1234"', '"reference": "1", "reference": "2"'),
        NORTH,
        "'reference': stands twice",
    ),
    "NaN": (
        cell(NORTH, '"text_lines": 23', '"text_lines": NaN'),
        NORTH,
        "NaN is not a JSON number",
    ),
    "a list": (write(NORTH, b"[]"), NORTH, "is not of type 'object'"),
    "nested without end": (write(NORTH, b"[" * 200_000), NORTH, "nested too deeply"),
    "missing licence basis": (
        word(NORTHBRIDGE, document__licence_basis=None),
        NORTH,
        "'licence_basis' is a required property",
    ),
    "unknown licence basis": (
        word(NORTHBRIDGE, document__licence_basis="guessed"),
        NORTH,
        "'guessed' is not in data/vocabulary/licence_bases.csv",
    ),
    "unknown publisher": (
        word(NORTHBRIDGE, document__publisher="nobody"),
        NORTH,
        "'nobody' is not in data/vocabulary/publishers.csv",
    ),
    "two headings for columns of one name": (
        word(NORTHBRIDGE, resources__0__schema__fields__4__name="y2020_21"),
        NORTH,
        "table referrals-by-source, column y2020_21: its heading is 'Share in 2020/21'",
        None,
    ),
    "unknown word": (word(NORTHBRIDGE, document__colour="red"), NORTH, "'colour' was unexpected"),
    "licence line that is two": (
        word(NORTHBRIDGE, document__licence_line="69-70"),
        NORTH,
        '"69-70" is not the number of one line, such as 70, or empty',
    ),
    "lines in words": (
        word(NORTHBRIDGE, resources__1__lines="12-17"),
        NORTH,
        '"12-17" is not the first and the last line, such as [27, 35]',
    ),
    "licence line after the last": (
        word(NORTHBRIDGE, document__licence_line="99"),
        NORTH,
        "document/licence_line: 99 is not a line of the text",
    ),
    "date that is not the printed one": (
        word(NORTHBRIDGE, document__date="2021-05-15"),
        NORTH,
        "document/date: '2021-05-15' is not that of the printed words '14 May 2021'",
    ),
    "year that is none of ours": (
        word(SOUTHMERE, document__period="1021-04/2022-03"),
        SOUTH,
        "document/period: 1021 lies outside the years from 1900 to 2100",
        None,
    ),
    "hash that is none": (
        word(NORTHBRIDGE, document__text_sha256="abc"),
        NORTH,
        '"abc" is not 64 small letters and digits',
    ),
    "path out of the folder": (
        word(NORTHBRIDGE, resources__1__path="../southmere-report-2021-22/prose.csv"),
        NORTH,
        "does not match",
    ),
    "name that is not the folder's": (
        word(SOUTHMERE, name="southmere"),
        SOUTH,
        "is not the folder's name",
        None,
    ),
    "table name twice": (
        word(NORTHBRIDGE, gaps__0__name="prose"),
        NORTH,
        "table prose: stands twice",
    ),
    "unknown rule": (word(NORTHBRIDGE, claims__0__rule="totals"), NORTH, "claims/0", None),
    "claim that names nothing": (
        word(SOUTHMERE, claims__9__part="prose/in-tim"),
        SOUTH,
        "part 'southmere-report-2021-22/prose/in-tim' names no figure",
    ),
    "claim id twice": (word(SOUTHMERE, claims__1__id="boys"), SOUTH, "total/boys: stands twice"),
    "accepted discrepancy that no longer holds": (
        cell(PLANS, "4,5,8", "4,5,9"),
        SOUTH,
        "no longer holds as accepted (now: holds, printed 9, recomputed 9)",
        2,
    ),
    "accepted discrepancy of no check": (
        word(SOUTHMERE, discrepancies__0__check="none"),
        SOUTH,
        "no such check",
        2,
    ),
    "accepted rounding that no longer holds": (
        word(NORTHBRIDGE, roundings__0__recomputed="16.66"),
        NORTH,
        "no longer holds as accepted",
    ),
    "discrepancy not accepted": (
        cell(REFERRALS, "Schools,120", "Schools,130"),
        NORTH,
        "the printed 270 differs from the recomputed 280",
    ),
    "rounding not accepted": (
        word(NORTHBRIDGE, roundings__0=None),
        NORTH,
        "the printed 100 differs from the recomputed 99.9",
    ),
}

CELLS = {
    "missing column": (
        cell(REFERRALS, "y2020_21,share", "y2020_21,part"),
        REFERRALS,
        "column 'share': is missing",
        None,
    ),
    "column not described": (
        both(every(REFERRALS, "%\n", "%,\n"), cell(REFERRALS, "share\n", "share,more\n")),
        REFERRALS,
        "column 'more': is not described in datapackage.json",
    ),
    "no column of lines": (
        cell(ANSWERS, "line,row", "place,row"),
        ANSWERS,
        "column 'line': is missing",
        None,
    ),
    "blank answer": (cell(ANSWERS, "once,once,", "once,,"), ANSWERS, "is blank"),
    "lost row": (
        word(SOUTHMERE, resources__1__rows=8),
        PROSE,
        "has 7 rows, datapackage.json says 8",
    ),
    "control sum that is another": (
        word(SOUTHMERE, resources__0__control={"boys": "109"}),
        PLANS,
        "column 'boys': the numbers add up to 108, the control sum is 109",
    ),
    "control sum of lines that is another": (
        word(SOUTHMERE, resources__0__control={"line": "44"}),
        PLANS,
        "column 'line': the numbers add up to 45, the control sum is 44",
    ),
    "control sum of a column that is not there": (
        word(SOUTHMERE, resources__0__control={"men": "108"}),
        PLANS,
        "column 'men': has a control sum and is not there",
    ),
    "control count of a term that is another": (
        word(SOUTHMERE, resources__1__counts={"area": {"northbridge": 2}}),
        PROSE,
        "column 'area': 'northbridge' is meant 1 times, the control count is 2",
    ),
    "control count of a column that is not there": (
        word(SOUTHMERE, resources__1__counts={"limit": {"over": 1}}),
        PROSE,
        "column 'limit': has a control count and is not there",
    ),
    "line that is none": (
        cell(PROSE, "16,neighbour", "16a,neighbour"),
        PROSE,
        "row 7: line '16a' is not a line",
    ),
    "number that does not parse": (
        cell(REFERRALS, "Police,90", "Police,9O"),
        REFERRALS,
        "row 2, column 'y2019_20': '9O' is not a number",
    ),
    "blank cell without a meaning": (
        cell(REFERRALS, "Police,90", "Police,"),
        REFERRALS,
        "row 2, column 'y2019_20': '' is not a number",
    ),
    "unknown category": (
        cell(PLANS, "Under 5", "Under five"),
        PLANS,
        "'Under five' is not a category of 'age_group'",
        None,
    ),
    "unknown measure": (
        cell(PROSE, "assessments_late", "asessments_late"),
        PROSE,
        "'asessments_late' is not in data/vocabulary/measures.csv",
    ),
    "unknown area": (
        cell(PROSE, ",northbridge,", ",northridge,"),
        PROSE,
        "'northridge' is not in data/vocabulary/areas.csv",
    ),
    "unknown qualifier": (
        cell(PROSE, "600,over", "600,well over"),
        PROSE,
        "'well over' is not in data/vocabulary/qualifiers.csv",
        None,
    ),
    "unknown flag": (
        cell(
            f"{NORTHBRIDGE}/prose.csv", "12,up_to,,,period_not_stated", "12,up_to,,,period_unknown"
        ),
        f"{NORTHBRIDGE}/prose.csv",
        "'period_unknown' is not in data/vocabulary/flags.csv",
    ),
    "unknown property": (
        cell(PROSE, "qualifier,", "qualifies,"),
        PROSE,
        "'qualifies' is neither a property nor a dimension",
        None,
    ),
    "unknown topic": (
        lambda root: describe(root / NORTHBRIDGE, resources__2__every_answer={"topic": "weather"}),
        NORTH,
        "'weather' is not in data/vocabulary/topics.csv",
    ),
    "no topic": (
        cell(ANSWERS, "training_frequency,private-fostering,once", "trend,private-fostering,once"),
        ANSWERS,
        "is about no topic",
    ),
    "compared in nothing": (
        lambda root: describe(
            root / NORTHBRIDGE, resources__2__every_answer={"comparator": "southmere"}
        ),
        ANSWERS,
        "names no measure",
        2,
    ),
    "compared without a direction": (
        lambda root: describe(
            root / NORTHBRIDGE,
            resources__2__every_answer={"comparator": "southmere", "measure": "referrals"},
        ),
        ANSWERS,
        "says no direction",
    ),
    "compared with an unknown area": (
        lambda root: describe(
            root / NORTHBRIDGE, resources__2__every_answer={"comparator": "nowhere-at-all"}
        ),
        NORTH,
        "'nowhere-at-all'",
        3,
    ),
    "unknown reason for an answer": (
        lambda root: describe(
            root / NORTHBRIDGE, resources__2__every_answer={"withheld_reason": "lazy"}
        ),
        NORTH,
        "'lazy' is not in data/vocabulary/withheld_reasons.csv",
    ),
    "unknown request": (
        lambda root: describe(root / NORTHBRIDGE, document__request="other"),
        NORTH,
        "'other' is not in data/vocabulary/requests.csv",
    ),
    "question of a request without an answer": (
        cell(
            "data/vocabulary/request_questions.csv", "training_frequency,,", "training_audience,,"
        ),
        NORTH,
        "has no answer",
    ),
    "unknown question": (
        cell(ANSWERS, "training_frequency,neglect", "training_often,neglect"),
        ANSWERS,
        "'training_often' is not in data/vocabulary/questions.csv",
    ),
    "unknown answer": (
        cell(ANSWERS, "once,once", "sometimes,once"),
        ANSWERS,
        "'sometimes' is not in data/vocabulary/answer_codes.csv",
    ),
    "neither measure nor question": (
        cell(PROSE, "assessments_late", ""),
        PROSE,
        "has neither a measure nor a question",
        None,
    ),
    "word mistyped for a whole table": (
        word(NORTHBRIDGE, resources__0__schema__fields__2__gives={"peroid": "2019-04/2020-03"}),
        NORTH,
        "table referrals-by-source, column y2019_20: 'peroid' is neither",
        None,
    ),
    "unknown period": (
        cell(
            PROSE,
            "neighbour,referrals,300,,northbridge,2020-04/2021-03",
            "neighbour,referrals,300,,northbridge,2020/21",
        ),
        PROSE,
        "'21' is not a year, month or day",
    ),
    "month that is none": (
        cell(PROSE, "northbridge,2020-04", "northbridge,2020-13"),
        PROSE,
        "period",
    ),
    "period that ends before it starts": (
        cell(PROSE, "northbridge,2020-04", "northbridge,2022-04"),
        PROSE,
        "ends before it starts",
    ),
    "period that is not the printed one": (
        cell(PROSE, "northbridge,2020-04/2021-03", "northbridge,2019-04/2020-03"),
        PROSE,
        "is not that of the printed words '2020/21'",
    ),
    "period outside the document's": (
        cell(PROSE, "2020-04/2021-03,2020/21", "2020-04/2021-03,lately"),
        PROSE,
        "is outside the document's, and the printed words 'lately' name no time",
    ),
    "period flagged as outside that is within": (
        cell(
            f"{NORTHBRIDGE}/prose.csv", "from 2019/20 to 2020/21,", "lately,outside_document_period"
        ),
        f"{NORTHBRIDGE}/prose.csv",
        "is flagged `outside_document_period`, and its period '2019-04/2021-03' is within",
    ),
    "words for no known number": (
        both(
            every(f"{NORTHBRIDGE}/prose.csv", "qualifier", "value"),
            cell(f"{NORTHBRIDGE}/prose.csv", "12,up_to", "three,3"),
            cell(
                f"{NORTHBRIDGE}/prose.csv", "training_subjects,three,", "training_subjects,a trio,3"
            ),
        ),
        f"{NORTHBRIDGE}/prose.csv",
        "'a trio' does not say 3",
        None,
    ),
    "rows out of order": (
        cell(
            REFERRALS,
            "8,Police,90,100,33.3%\n9,Health,60,50,16.6%",
            "9,Health,60,50,16.6%\n8,Police,90,100,33.3%",
        ),
        REFERRALS,
        "row 3: line 8 does not come after line 9 of the row above",
    ),
    "thousands separator lost": (
        both(
            cell(REFERRALS, "Schools,120", 'Schools,"1,120"'),
            cell(REFERRALS, "Police,90", "Police,1090"),
        ),
        REFERRALS,
        "row 2, column 'y2019_20': '1090' has no thousands separator",
        None,
    ),
    "percentage that is a count": (
        cell(f"{NORTHBRIDGE}/prose.csv", "referrals_change", "referrals"),
        f"{NORTHBRIDGE}/prose.csv",
        "'11%' is printed with %, but the measure's unit is 'count'",
    ),
    "money that is a count": (
        cell(f"{NORTHBRIDGE}/prose.csv", "training_cost_per_day", "training_subjects"),
        f"{NORTHBRIDGE}/prose.csv",
        "printed with £",
    ),
    "period flagged as not stated that is": (
        cell(
            f"{NORTHBRIDGE}/prose.csv",
            "from 2019/20 to 2020/21,",
            "from 2019/20 to 2020/21,period_not_stated",
        ),
        f"{NORTHBRIDGE}/prose.csv",
        "is flagged `period_not_stated`, and has the period",
    ),
    "answer with flags": (
        word(NORTHBRIDGE, resources__2__every_answer={"flags": "estimate"}),
        ANSWERS,
        "is an answer, and has flags",
    ),
    "answer that quotes a sentence": (
        cell(
            ANSWERS,
            "neglect,every_year,every year",
            "neglect,every_year,one two three four five six seven eight nine",
        ),
        ANSWERS,
        "quotes 9 words of the document",
    ),
    "answer's period outside the document's": (
        word(NORTHBRIDGE, resources__2__every_answer={"period": "2017"}),
        NORTH,
        "Correct the period, or leave it empty",
        None,
    ),
    "all of a percentage": (
        both(
            every(f"{NORTHBRIDGE}/prose.csv", "qualifier", "value"),
            cell(f"{NORTHBRIDGE}/prose.csv", "referrals_change,11%,", "referrals_change,all,40"),
            cell(f"{NORTHBRIDGE}/prose.csv", "12,up_to", "12,12"),
        ),
        f"{NORTHBRIDGE}/prose.csv",
        "'all' does not say 40",
        None,
    ),
    "percentage in words that is a count": (
        cell(f"{NORTHBRIDGE}/prose.csv", "training_subjects,three", "training_subjects,3 per cent"),
        f"{NORTHBRIDGE}/prose.csv",
        "'3 per cent' is printed with per cent",
    ),
    "e-mail address in a note": (
        cell(
            f"{NORTHBRIDGE}/prose.csv",
            "Those that are repeated every year.",
            "Ask somebody@town.example.",
        ),
        f"{NORTHBRIDGE}/prose.csv",
        "has an e-mail address",
    ),
    "telephone number in a note": (
        cell(
            f"{NORTHBRIDGE}/prose.csv",
            "Those that are repeated every year.",
            "Call 01632 " + "960417.",
        ),
        f"{NORTHBRIDGE}/prose.csv",
        "has a telephone number",
    ),
    "answer code of a claim mistyped": (
        word(NORTHBRIDGE, claims__8__answer="evry_year"),
        NORTH,
        "claim yearly-subjects: 'evry_year' is not in data/vocabulary/answer_codes.csv",
        None,
    ),
    "claim that counts figures by their answer": (
        word(NORTHBRIDGE, claims__8__rows=["referrals-by-source/*/y2019-20"]),
        NORTH,
        "claim yearly-subjects: rows names a figure, not an answer",
    ),
    "local authority without its codes": (
        cell("data/vocabulary/areas.csv", "E99000002,Local", ",Local"),
        "data/vocabulary/areas.csv",
        "'Southmere' has no gss_code",
    ),
    "three breakdowns": (
        word(SOUTHMERE, resources__0__every_figure__referral_source="health"),
        PLANS,
        "has 3 breakdowns",
        None,
    ),
    "address twice": (
        cell(f"{NORTHBRIDGE}/prose.csv", "yearly-subjects", "subjects"),
        f"{NORTHBRIDGE}/prose.csv",
        "is that of row 5 too",
        None,
    ),
    "digits of a contact": (
        cell(NUMBERS, "##", "12"),
        NUMBERS,
        "repeats the digits of a contact detail",
    ),
    "numeral without a reason": (
        cell(NUMBERS, "reference_number", "?"),
        NUMBERS,
        "'?' is not in data/vocabulary/number_reasons.csv",
    ),
    "numeral on no line": (cell(NUMBERS, "1,1234", "a,1234"), NUMBERS, "line 'a' is not a number"),
    "numeral after the last line": (
        cell(NUMBERS, "14,2,", "94,2,"),
        NUMBERS,
        "line '94' is not there: the text has 23",
        None,
    ),
}

NEXT_YEAR = "resources__0__schema__fields__3__printed_with"
SHARED = {
    "one printed cell for two columns that differ": (
        word(NORTHBRIDGE, **{NEXT_YEAR: {"7": "y2019_20"}}),
        REFERRALS,
        "row 1, column 'y2020_21': has '150', and 'y2019_20', with which it has one printed cell",
    ),
    "a cell printed with that of no column": (
        word(NORTHBRIDGE, **{NEXT_YEAR: {"7": "y2018_19"}}),
        NORTH,
        "column y2020_21, printed_with: 'y2018_19' is no other column of printed cells",
    ),
    "a cell printed with another on a line without a row": (
        word(NORTHBRIDGE, **{NEXT_YEAR: {"6": "y2019_20"}}),
        NORTH,
        "column y2020_21, printed_with: no row stands on line '6'",
    ),
    "one print for several that nothing else has": (
        cell(f"{NORTHBRIDGE}/prose.csv", "£480,,,,", "£480,,,,printed_for_several "),
        f"{NORTHBRIDGE}/prose.csv",
        "row 3, column 'value_as_published': '£480' is said to be printed once for several, and "
        "nothing else on line 16 has it",
    ),
}
CASES = FILES | DESCRIPTORS | CELLS | SHARED


def told(root, capsys):
    """Exit code of build, the lines of problems, and the last line."""
    capsys.readouterr()
    code = build.main(root)
    *lines, last = capsys.readouterr().err.splitlines()
    return code, lines, last


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=bad(kind_of(case[1]))) for name, case in CASES.items()]
)
def test_a_fault_is_told_with_its_place_and_its_cure_and_nothing_is_written(
    name, miniature, capsys
):
    spoil, file, words, *number = CASES[name]
    assert build.main(miniature) == 0
    before = bytes_of(miniature / "data/tidy")
    spoil(miniature)
    code, lines, last = told(miniature, capsys)
    assert code == 1
    assert [line for line in lines if line.startswith(f"{file}: ") and words in line], lines
    assert all(LINE.fullmatch(line) for line in lines), lines
    assert len(lines) == (number or [1])[0] or number == [None], lines
    assert last == f"{len(lines)} problem{'s' if len(lines) > 1 else ''}. data/tidy is as it was."
    assert bytes_of(miniature / "data/tidy") == before


def test_a_giant_file_is_told_without_reading_it(miniature, capsys, monkeypatch):
    monkeypatch.setattr(guard, "LARGEST_FILE", 5_000)
    (miniature / PROSE).write_bytes(b"\0" * 5_001)
    code, lines, _ = told(miniature, capsys)
    assert (code, len(lines)) == (
        1,
        len([line for line in lines if "is larger than 5,000 bytes" in line]),
    )
    assert any(line.startswith(f"{PROSE}: file: is larger") for line in lines)


def test_all_problems_are_told_in_one_go(miniature, capsys):
    for name in ("unknown area", "digits of a contact", "period that is not the printed one"):
        if name == "period that is not the printed one":
            edit(
                miniature / PROSE,
                "2021-04/2022-03,2021/22,\n15,late",
                "2020-04/2021-03,2021/22,\n15,late",
            )
        else:
            CASES[name][0](miniature)
    code, lines, last = told(miniature, capsys)
    assert (code, len(lines), last[:11]) == (1, 3, "3 problems."), lines


def test_a_first_build_that_fails_makes_no_folder(miniature, capsys):
    CASES["unknown area"][0](miniature)
    assert build.main(miniature) == 1
    assert sorted(path.name for path in (miniature / "data").iterdir()) == [
        "measured",
        "official",
        "sources",
        "vocabulary",
    ]


def test_an_unknown_area_of_a_document_is_told_once(miniature, capsys):
    describe(miniature / NORTHBRIDGE, document__area="Nowhere")
    assert build.main(miniature) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if "'Nowhere'" in line]
    assert len(told) == 1 and "document/area" in told[0]
