"""Prose is data: it says documented facts, and neither runs, calls, loops nor brings HTML or
addresses that act.
"""

import re

import pytest

from scripts.model.package import Package
from scripts.pages import prose, words
from scripts.pages.plain_markdown import convert
from scripts.pages.spoken_facts import Facts
from tests import sample

FIGURE = "north-town-reply/cases/total/cases"
PAGE = "questions/q.html"


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return Package(sample.write(tmp_path_factory.mktemp("prose")))


def converted(text, package=None, given=None):
    say = Facts(PAGE, package, given or {}).say if package else str
    return convert("docs/questions/q.md", text, say)


ATTACKS = [
    "{{ figure.__class__.__mro__ }}",
    '{{ figure("a").__class__ }}',
    "{{ ().__class__.__base__.__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self._TemplateReference__context }}",
    "{{ package }}",
    "{{ package.root }}",
    "{{ value(1) }}",
    "{{ say('figure') }}",
    '{{ say("figure") }}',
    '{{ row("figures") }}',
    '{{ linked("javascript:alert(1)", "x") }}',
    "{{ 9 ** 9 ** 9 }}",
    "{{ 7*7 }}",
    '{{ figure("x") | lower }}',
    "{% for x in range(10**9) %}x{% endfor %}",
    "{% set x = 1 %}",
    "{% include 'datapackage.json' %}",
    "{% if true %}x{% endif %}",
    "{{ figure( }}",
    "{{ figure }}",
    '{{ figure("a" "b") }}',
    '{{ given("a") }}',
    '{{ document("north-town-reply") }}',
    '{{ document("north-town-reply").items }}',
    '{{ document("north-town-reply").__class__ }}',
    f'{{{{ figure("{FIGURE}").value }}}}',
    f'{{{{ figure("{FIGURE}", "{FIGURE}") }}}}',
    '{{ comparability("a", "b").reason }}',
    '{{ possible_shares("a") }}',
    "{{",
    "{{ {{ }} }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.promise("Prose is data: it runs nothing and leads to nothing unsafe")
def test_what_is_no_documented_fact_is_refused_with_its_line(package, attack):
    found = converted(f"# Title\n\nFine.\n\n{attack}\n", package)
    assert found.problems
    assert {(problem.file, problem.place) for problem in found.problems} == {
        ("docs/questions/q.md", "line 5")
    }
    assert all(problem.cure for problem in found.problems)


HTML = [
    "<script>alert(1)</script>",
    "text <b onclick=alert(1)>b</b>",
    "<iframe src=x>",
    "<!-- a comment -->",
    "<?php 1 ?>",
    "</div>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<style>*{}</style>",
    "<math><a>",
    "&#60;script&#62;",
    "&#x3c;script>",
]


@pytest.mark.parametrize("html", HTML)
@pytest.mark.promise("Prose is data: it runs nothing and leads to nothing unsafe")
def test_html_in_prose_is_refused_with_its_line_and_shown_as_written(html):
    found = converted(f"# Title\n\nFine.\n\n{html}\n")
    assert {problem.place for problem in found.problems} == {"line 5"}
    assert "is HTML" in found.problems[0].what
    assert not re.search(r"<(script|b |iframe|img|svg|style|math|!--|\?)", found.html)


ADDRESSES = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](<java script:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//elsewhere.example/)",
    "[x](/absolute)",
    "[x](mailto:someone@example.org)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<someone@example.org>",
    "![x](https://elsewhere.example/pixel.png)",
    "![x](data:image/svg+xml,<svg>)",
    '[x]({{ figure("a") }})',
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.promise("Prose is data: it runs nothing and leads to nothing unsafe")
def test_an_address_that_could_act_or_lead_elsewhere_is_refused(address):
    found = converted(f"# Title\n\n{address}\n")
    assert found.problems
    assert all(problem.file == "docs/questions/q.md" for problem in found.problems)


@pytest.mark.parametrize(
    "fine",
    [
        "[x](../checks/index.html#sums.total)",
        "[x](https://example.org/a?b=c&d=e#f)",
        "<https://example.org/>",
        "[x](#here)",
        "![x](picture.png)",
        "`<script>` and `{{ 7*7 }}` as code",
        "```\n<script>{{ x }}</script>\n```",
        "5 < 6 & 7 > 3, R&D",
        "| a | b |\n| --- | --: |\n| 1 | 2 |",
    ],
)
def test_plain_markdown_is_no_problem(fine):
    assert converted(f"# Title\n\n{fine}\n").problems == []


def test_what_a_fact_says_is_text_and_never_markdown_or_html():
    given = {"version": "\x02wzxhzdk:0\x03**x** [y](javascript:z) <script> {{ counts }} `c`"}
    found = convert("docs/x.md", "# T\n\n{{ version }}\n", lambda _: given["version"])
    assert found.problems == []
    assert "**x** [y](javascript:z) &lt;script&gt; {{ counts }} `c`" in found.html


def test_every_fact_of_the_guide_is_a_fact_and_every_fact_is_in_the_guide(repository):
    guide = (repository / "docs/add-a-document.md").read_text(encoding="utf-8")
    told = guide.partition("| fact | says |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([a-z_]+)\(", told)) == set(Facts.NAMES)


def test_facts_say_what_the_package_holds(package):
    figure = package.term("figures", FIGURE)
    text = (
        f'{{{{ number("{FIGURE}") }}}}; {{{{ sum("{FIGURE}", "{FIGURE}") }}}}; '
        f'{{{{ share("{FIGURE}", "{FIGURE}", "{FIGURE}") }}}}; '
        f'{{{{ divided("{FIGURE}", "{FIGURE}") }}}}; {{{{ document("north-town-reply").title }}}}'
    )
    found = converted(f"# T\n\n{text}\n", package)
    assert found.problems == []
    twice = words.number(str(2 * int(figure["value"])))
    assert f"{words.number(figure['value'])}; {twice}" in found.html
    assert "; 50.0%; 1.00; " in found.html


def test_a_sentence_whose_fact_does_not_hold_is_refused(package):
    said = f'{{{{ impossible_whole("{FIGURE}") }}}}'
    assert "possible shares" in converted(f"# T\n\n{said}\n", package).problems[0].what


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "has no line `topic`"),
        (b"# Title\n\nText.\n", "has no line `know`"),
        (b"---\ntopic: x\nknow: y\n---\nNo title.\n", "title: is missing"),
        (b"---\ntopic: x\nknow:\n---\n# T\n", "has no line `know`"),
        (b"\xff\xfe# T", "is not UTF-8"),
    ],
)
def test_a_page_without_what_it_must_have_is_refused(package, content, told):
    path = package.root / "docs/questions/q.md"
    path.write_bytes(content)
    with pytest.raises(prose.Broken) as broken:
        prose.read(PAGE, package, needed=("topic", "know"))
    path.unlink()
    assert told in str(broken.value)


def test_many_braces_cost_no_more_than_their_number(package):
    for text in ("{{" * 20_000, "{{ a" * 20_000, '{{ figure("' + '","' * 20_000 + ") }}"):
        assert converted(f"# T\n\n{text}\n", package).problems


def conditional(about: str, *documents: str) -> str:
    named = ", ".join(f'"{each}"' for each in (about, *documents))
    return (
        "# T\n\n## What you should know\n\n- Always so.\n"
        f"- {{{{ while_only({named}) }}}} Only one council **prints** it.\n\n"
        f"{{{{ while_only({named}) }}}} Nobody else says so.\n"
    )


@pytest.mark.parametrize(
    ("about", "documents", "is_told"),
    [
        ("exploitation", ("north-town-reply", "south-town-reply"), True),
        ("cases", ("north-town-reply",), True),
        ("exploitation", ("north-town-reply",), False),
        ("cases", ("south-town-reply",), False),
        ("nothing", ("north-town-reply",), False),
    ],
)
def test_what_is_true_of_some_documents_is_told_until_another_speaks_of_it(
    package, about, documents, is_told
):
    found = converted(conditional(about, *documents), package)
    assert found.problems == []
    assert "Always so." in found.html
    assert ("Only one council" in found.html) is is_told
    assert ("Nobody else" in found.html) is is_told
    assert "while_only" not in found.html


def test_a_list_whose_points_do_not_hold_is_left_out(package):
    text = (
        '# T\n\n- {{ while_only("cases", "other") }} One.\n- {{ while_only("cases", "other") }} '
        "Two.\n"
    )
    assert "<ul>" not in converted(text, package).html


def test_a_document_that_is_added_takes_out_what_it_makes_false(tmp_path):
    """Two councils, and then a third that prints the same measure."""
    towns = {"north-town": "cases", "south-town": "assessments"}
    said = conditional("cases", "north-town-reply")
    before = Package(sample.write(tmp_path / "before", documents=towns))
    after = Package(sample.write(tmp_path / "after", documents={**towns, "west-town": "cases"}))
    assert "Only one council" in converted(said, before).html
    assert "Only one council" not in converted(said, after).html


SPEAKS_OF_DOCUMENTS = re.compile(
    r"\b(Coventry|Leicester|Walsall|[Tt]he "
    r"(text|repl\w+|reports?|table)|(one|both|two|earlier|later|some)"
    r" (reports?|councils?|budgets?|annual|proposals?)|only (in|as|from) (images?|an "
    r"image|pictures?))\b",
    re.IGNORECASE,
)


def test_what_a_topic_says_of_the_documents_at_hand_has_its_condition(repository):
    """Whatever else stands on the topics' pages is true of any document: what words mean, and what
    we do.
    """
    bare = [
        f"{path.name}: {block}"
        for path in sorted((repository / "docs/topics").glob("*.md"))
        for block in re.split(r"\n(?:\n|- )", path.read_text(encoding="utf-8"))
        if SPEAKS_OF_DOCUMENTS.search(block) and "while_only(" not in block
    ]
    assert bare == []


def test_conditions_name_documents_that_are_there(repository):
    there = {path.parent.name for path in repository.glob("data/sources/*/datapackage.json")}
    for path in sorted((repository / "docs").rglob("*.md")):
        for named in re.findall(
            r"\{\{ while_only\(([^)]*)\) \}\}", path.read_text(encoding="utf-8")
        ):
            _, *documents = re.findall(r'"([^"]*)"', named)
            assert set(documents) <= there, path
