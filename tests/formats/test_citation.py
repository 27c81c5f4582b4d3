"""Citations of the whole, a document, a table and a figure say who, what, where and which version,
and survive odd characters.
"""

import re

from scripts.offering import citation

NASTY = citation.Cited(
    "a/b",
    ("Council of A & B",),
    "no date",
    r"50% of {all} \ $5 #1_x",
    "The whole",
    "1.0.0",
    "2026-01-01",
    "Us",
    "https://a.example/",
    "line\nbreak",
    'a "b"',
)


def test_each_citation_names_publisher_title_version_date_and_address(served, package):
    document, table, figure = (package.rows[name][0] for name in ("documents", "tables", "figures"))
    version = package.contract["version"]
    for cited in (
        citation.whole(package),
        citation.document(package, document["document_id"]),
        citation.table(package, table["table_id"]),
        citation.figure(package, figure["figure_id"]),
    ):
        for text in (cited.full, cited.bibtex, cited.ris):
            assert version in text and served.address in text
        assert package.contract["created"][:10] in cited.full and cited.inline.startswith("(")


def test_a_figure_is_cited_with_its_value_and_line(package):
    figure = package["figures"][0]
    full = citation.figure(package, figure["figure_id"]).full
    assert figure["value_as_published"] in full and f"line {figure['line']}" in full


def test_a_document_s_author_is_its_publisher_not_us(package):
    document = package["documents"][0]
    publisher = next(
        row["title"]
        for row in package["publishers"]
        if row["publisher_id"] == document["publisher_id"]
    )
    assert citation.document(package, document["document_id"]).full.startswith(publisher)


def test_a_document_without_a_date_has_no_invented_year():
    cited = citation.cite(NASTY)
    assert "(no date)" in cited.full and "year =" not in cited.bibtex and "PY  -" not in cited.ris


def test_bibtex_is_balanced_and_escapes_what_tex_would_act_on():
    bibtex = citation.cite(NASTY).bibtex
    plain = re.sub(r"\\[{}]", "", bibtex)
    assert plain.count("{") == plain.count("}")
    assert (
        r"50\% of \{all\} \textbackslash{} \$5 \#1\_x" in bibtex and r"Council of A \& B" in bibtex
    )


def test_ris_is_one_tag_a_line_from_type_to_end():
    lines = citation.cite(NASTY).ris.split("\r\n")
    assert lines[0] == "TY  - DATA" and lines[-2] == "ER  - " and lines[-1] == ""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
