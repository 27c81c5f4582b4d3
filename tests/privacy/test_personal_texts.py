"""Every text of a site and of a project's history is looked at, wherever it hides."""

import io
import json
import subprocess
import zipfile

import pytest

from scripts.privacy import no_people, people, personal_texts
from scripts.verbs import privacy

DETAIL = "Ring Mr Rowe"
PLACES = [
    ("page.html", f"<p>Hello</p><p>{DETAIL}</p>"),
    ("title.html", f'<p title="{DETAIL}">Hello</p>'),
    ("after.html", f"<p><b>Hello</b> {DETAIL}</p>"),
    ("comment.html", f"<p>Hello<!-- 12 --> {DETAIL}</p>"),
    ("script.html", f"<p>Hello<script>1</script> {DETAIL}</p>"),
    ("data.csv", f'name,note\na,"{DETAIL}"\n'),
    ("data.json", json.dumps({"a": [{"b": DETAIL}]})),
    ("key.json", json.dumps({DETAIL: 1})),
    ("graph.jsonld", json.dumps([DETAIL])),
    ("piece.js", f'searchPiece("a", {{"title": "{DETAIL}"}})'),
    ("feed.xml", f"<feed><title>{DETAIL}</title></feed>"),
    ("chart.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><text>{DETAIL}</text></svg>'),
    ("remark.xml", f"<feed><title>a<!-- 12 --> {DETAIL}</title></feed>"),
    ("robots.txt", DETAIL),
    ("_headers", DETAIL),
    ("catalog.ttl", f'a "{DETAIL}" .'),
]


def archive(inner, text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr(inner, text)
    return made.getvalue()


@pytest.mark.promise("Personal details are found in the built site")
@pytest.mark.parametrize(("name", "text"), PLACES, ids=[name for name, _ in PLACES])
def test_a_detail_is_found_in_a_file_of_each_kind(name, text, tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / name).write_text(text, encoding="utf-8")
    (tmp_path / "clean.html").write_text("<p>12 cases</p>")
    found = no_people.look(personal_texts.of_site(tmp_path)).problems
    assert [str(one) for one in found] == [
        f"deep/{name}: text: has a name after a title. {no_people.CURE}."
    ]


@pytest.mark.promise("Personal details are found in the built site")
@pytest.mark.parametrize("suffix", ["zip", "xlsx"])
def test_a_detail_is_found_in_an_archive(suffix, tmp_path):
    inner = archive("deep/page.html", f"<p>{DETAIL}</p>")
    (tmp_path / f"all.{suffix}").write_bytes(archive("inner.zip", inner))
    found = no_people.look(personal_texts.of_site(tmp_path)).problems
    assert [one.file for one in found] == [f"all.{suffix}/inner.zip/deep/page.html"]


def test_code_styles_and_pictures_hold_no_texts(tmp_path):
    (tmp_path / "own.css").write_text("@media print { a: b }")
    (tmp_path / "picture.png").write_bytes(b"Mr Rowe")
    (tmp_path / "code.js").write_text("/** @param {string} words */ const a = '@type'")
    (tmp_path / "page.html").write_text("<script>// @param</script><p class='@type'>a</p>")
    assert no_people.look(personal_texts.of_site(tmp_path)).problems == []


def test_a_name_of_a_document_is_told_with_its_place_and_not_repeated():
    names = people.names(["By Anneke Rowe."], [], [])
    found = no_people.look([("a", "12"), ("b", "anneke_rowe"), ("c", "anneke_rowe")], names)
    assert (found.texts, [(one.file, one.what) for one in found.problems]) == (
        2,
        [("b", f"has {no_people.NAME}")],
    )


def test_many_texts_are_looked_at_together_and_each_detail_is_told():
    texts = [(str(number), f"{number} cases") for number in range(1200)] + [("last", DETAIL)]
    assert [one.file for one in no_people.look(texts).problems] == ["last"]


def commit(root, message, **files):
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    author = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    git = ["git", *author]
    subprocess.run([*git, "add", "-A"], cwd=root, check=True)
    subprocess.run([*git, "commit", "-qm", message, "--allow-empty"], cwd=root, check=True)


@pytest.fixture
def checkout(tmp_path):
    """A project with a release, and an old detail from before it."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    commit(tmp_path, "Begin", note="Mr Old stood here\n")
    commit(tmp_path, "Release 1.0.0", data__releases__1="1\n", note="Nobody\n")
    return tmp_path


def history(root):
    return [str(one) for one in no_people.look(personal_texts.since_release(root)).problems]


@pytest.mark.promise("Personal details are found in the history since the last release")
def test_what_was_added_and_taken_out_again_is_found_in_the_history(checkout):
    assert history(checkout) == []
    commit(checkout, "Add a note", note=f"{DETAIL}\n")
    commit(checkout, "Take it out", note="Nobody\n")
    (told,) = history(checkout)
    assert "note: text: has a name after a title" in told and "Rowe" not in told


@pytest.mark.promise("Personal details are found in the history since the last release")
def test_a_message_is_looked_at_and_what_tests_make_up_is_not(checkout):
    commit(checkout, "Tests", tests__a=f"{DETAIL}\n")
    assert history(checkout) == []
    commit(checkout, f"Thank you\n\n{DETAIL}")
    assert ["message" in told for told in history(checkout)] == [True]


def test_the_verb_says_what_it_did_not_look_at(miniature, capsys):
    assert privacy.main(miniature, []) == 0
    said = capsys.readouterr().out
    assert "NOT LOOKED AT: the site" in said and "NOT LOOKED AT: the history" in said
    assert "NOT LOOKED FOR: names" in said


def test_the_verb_finds_details_in_the_site_and_names_with_the_texts(miniature, capsys):
    (miniature / "site").mkdir()
    (miniature / "site/page.html").write_text(f"<p>{DETAIL}</p>")
    assert privacy.main(miniature, ["--documents", str(miniature / "documents")]) == 1
    seen = capsys.readouterr()
    assert "page.html: text: has a name after a title" in seen.err
    (miniature / "site/page.html").write_text("<p>Anneke Rowe</p>")
    text = next((miniature / "documents").glob("*.txt"))
    text.write_text(text.read_text() + "Anneke Rowe, Director\n")
    assert privacy.main(miniature, ["--documents", str(miniature / "documents")]) == 1
    seen = capsys.readouterr()
    assert no_people.NAME in seen.err and "Rowe" not in seen.err + seen.out
