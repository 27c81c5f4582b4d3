"""Every snippet that pages show runs as it is, against the site served on this machine. R runs
where R is installed.
"""

import csv
import io
import json
import shutil
import subprocess
import sys
import zipfile

import duckdb
import pytest

from scripts.offering import snippets, urls

PATHS = ["data/flat/figures.csv", "data/tidy/figures.csv"]


def offered(package):
    """The snippets of pages of each kind: the whole, files, tables as printed and tidy, topics, the
    API.
    """
    figure = package["figures"][0]
    table = next(row["table_id"] for row in package["tables"] if row["kind"] == "table")
    answers = next(row["table_id"] for row in package["answers"])
    yield from snippets.of_package(package)
    for path in [*PATHS, f"data/by-table/{table}.csv"]:
        yield from snippets.of_csv(package, path)
    texts = ("data/flat/answers.csv", urls.table_csv(answers, "answers"))
    for path in (f"data/sources/{table}.csv", *texts):
        yield from snippets.of_csv(package, path, ())
    yield from snippets.of_api(package, urls.api(f"tables/{figure['table_id']}"))


def run(command, folder, text=None):
    return subprocess.run(
        command, cwd=folder, input=text, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def needs_r(library):
    """Skips where R, or a package of it, is not installed. `read.csv` is R's own."""
    if shutil.which("Rscript") is None:
        pytest.skip("R is not installed")
    there = f"quit(status = !requireNamespace('{library}', quietly = TRUE))"
    own = library == "read.csv"
    if not own and subprocess.run(["Rscript", "-e", there], capture_output=True).returncode:
        pytest.skip(f"R has no package {library}")


def test_every_page_has_the_tools_that_are_promised(package):
    for one in (snippets.of_package(package), snippets.of_csv(package, PATHS[0])):
        names = " ".join(snippet.name for snippet in one)
        assert all(
            tool in names
            for tool in ("Spreadsheet", "pandas", "frictionless", "R (", "DuckDB", "curl")
        )


def test_python_snippets_run(package, tmp_path):
    """All in one process, each with names of its own: to start Python costs more than they do."""
    codes = [one.code for one in offered(package) if one.language == "python"]
    program = (
        "import sys\nfor code in sys.stdin.read().split('\\0'):\n    exec(code, {'__name__': "
        "'snippet'})\n"
    )
    told = run([sys.executable, "-c", program], tmp_path, "\0".join(codes))
    assert f"{len(package.rows['figures'])} figures" in told and len(told.splitlines()) > len(codes)


def test_pandas_keeps_codes_as_text_and_values_as_numbers(package):
    code = next(one.code for one in snippets.of_csv(package, PATHS[0]) if "pandas" in one.name)
    names = {}
    exec(code, names)
    frame = names["figures"]
    assert frame["value"].dtype == "Float64" and frame["old_la_code"].dtype == "string"
    assert frame["value"].sum() == sum(float(row["value"] or 0) for row in package["figures"])


def test_curl_snippets_run(package, tmp_path):
    for one in offered(package):
        if one.language == "shell":
            told = run(["sh", "-c", one.code], tmp_path)
            assert told.startswith("{") or any(tmp_path.iterdir())
    zipfile.ZipFile(tmp_path / "safeguarding-figures.zip").testzip()


def test_duckdb_snippets_run(package, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for one in offered(package):
        if one.language == "sql":
            fetch, query = one.code.split("\n", 1)
            run(["sh", "-c", fetch.split(": ", 1)[1]], tmp_path)
            assert duckdb.sql(query).fetchall()


@pytest.mark.parametrize("library", ["readr", "jsonlite", "frictionless", "read.csv"])
def test_r_snippets_run(package, tmp_path, library):
    needs_r(library)
    codes = [one.code for one in offered(package) if one.language == "r" and library in one.code]
    assert codes
    for code in codes:
        run(["Rscript", "-"], tmp_path, code)


PRINTED = ["N/A", "NA", "null", "None", "nan", "", "0012", "TRUE", "*", "<5", "#N/A"]
AMONG_NUMBERS = [str(number) for number in range(40)]  # so that a reader might guess a number
SHOWN_BY_R = 'cat(ifelse(is.na({name}$printed), "", {name}$printed), sep = "\\n")'


@pytest.fixture
def printed(tmp_path):
    """A file with everything that somebody may have printed where a number is looked for, and what
    stands in it.
    """
    words = [*AMONG_NUMBERS, *PRINTED]
    path = tmp_path / "answers.csv"
    lines = ["answer_id,printed", *(f"a{n},{text}" for n, text in enumerate(words))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path, words


def codes_for(package, path):
    """The code that a page of answers shows, by its tool, with the file's own place for its
    address.
    """
    address = urls.url(package, "data/flat/answers.csv")
    return {
        one.name: one.code.replace(address, str(path))
        for one in snippets.of_csv(package, "data/flat/answers.csv", ())
    }


def test_pandas_reads_every_printed_answer(package, printed):
    path, words = printed
    names = {}
    exec(codes_for(package, path)["Python (pandas)"], names)
    assert names["answers"]["printed"].tolist() == words


def test_frictionless_reads_every_printed_answer(package, printed, monkeypatch):
    path, words = printed
    monkeypatch.chdir(path.parent)
    names = {}
    exec(codes_for(package, path.name)["Python (frictionless)"], names)
    assert [row["printed"] or "" for row in names["answers"]] == words


def test_duckdb_reads_every_printed_answer(package, printed):
    path, words = printed
    query = codes_for(package, path)["DuckDB"].split("\n", 1)[1]
    query = query.replace("'answers.csv'", f"'{path}'").replace("LIMIT 10", "LIMIT 100")
    assert [row[1] or "" for row in duckdb.sql(query).fetchall()] == words


@pytest.mark.parametrize("tool", ["R", "R (readr)"])
def test_r_reads_every_printed_answer(package, printed, tool):
    """What is printed after the code has run, so that the code itself is the one that pages
    show.
    """
    needs_r("readr" if "readr" in tool else "utils")
    path, words = printed
    code = codes_for(package, path)[tool] + "\ncat('----\\n')\n" + SHOWN_BY_R.format(name="answers")
    told = run(["Rscript", "-"], path.parent, code).partition("----\n")[2]
    assert told.rstrip("\n").split("\n") == words


def test_jsonlite_reads_every_printed_answer(package, tmp_path):
    """A column of which every answer is NA, too: R would make it a column of gaps."""
    needs_r("jsonlite")
    (tmp_path / "answers.json").write_text(
        json.dumps({"answers": [{"printed": "NA"}, {"printed": "NA"}], "all": PRINTED})
    )
    path = urls.api("tables/any")
    code = {one.name: one.code for one in snippets.of_api(package, path)}["R (jsonlite)"]
    code = code.replace(urls.url(package, path), "answers.json")
    shown = "cat('----\\n', unlist(thing), sep = '|')"
    told = run(["Rscript", "-"], tmp_path, f"{code}\n{shown}").partition("----\n|")[2]
    assert told.split("|") == ["NA", "NA", *PRINTED]


@pytest.mark.parametrize("tool", ["R", "R (readr)"])
def test_r_keeps_codes_as_text_and_values_as_numbers(package, tmp_path, tool):
    needs_r("readr" if "readr" in tool else "utils")
    code = next(one.code for one in snippets.of_csv(package, PATHS[0]) if one.name == tool)
    shown = "cat('----\\n', sum(figures$value, na.rm = TRUE), class(figures$old_la_code))"
    told = run(["Rscript", "-"], tmp_path, f"{code}\n{shown}").partition("----\n")[2]
    total = sum(float(row["value"] or 0) for row in package["figures"])
    assert told.split() == [f"{total:g}", "character"]


def test_values_can_be_added_up_in_duckdb(served):
    path = served.folder / "data/flat/figures.csv"
    read = (
        f"read_csv('{path}', header = true, all_varchar = true, types = {{'value': "
        f"'DECIMAL(18,6)'}})"
    )
    total, zeros = duckdb.sql(f"SELECT sum(value), count(old_la_code) FROM {read}").fetchall()[0]
    assert total > 0 and zeros > 0


def test_a_snippet_with_a_wrong_address_fails(package, tmp_path):
    spoilt = next(
        one.code
        for one in snippets.of_csv(package, "data/flat/nothing.csv")
        if one.language == "shell"
    )
    with pytest.raises(subprocess.CalledProcessError):
        run(["sh", "-c", spoilt], tmp_path)


def test_spreadsheets_get_an_address_that_is_there(served, package):
    for one in offered(package):
        if one.language == "text":
            path = one.code.splitlines()[0].removeprefix(served.address)
            assert next(csv.reader(io.StringIO((served.folder / path).read_text())))
