"""Two people who add terms at the same place don't conflict; the same id from both is refused."""

import shutil
import subprocess

from scripts.model import contract
from scripts.model.files import read_json
from tests.conftest import REPOSITORY

TOPICS = "data/vocabulary/topics.csv"


def git(root, *words):
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


def add(root, term):
    lines = (root / TOPICS).read_text(encoding="utf-8").splitlines()
    cells = lines[-1].split(",")
    (root / TOPICS).write_text("\n".join([*lines, ",".join([term, *cells[1:]]), ""]), "utf-8")
    git(root, "commit", "-qam", term)


def merged(root, ours, theirs):
    """A project in which two people each added a term at the end of one file, merged by git."""
    shutil.copy(REPOSITORY / ".gitattributes", root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "start")
    git(root, "checkout", "-qb", "theirs")
    add(root, theirs)
    git(root, "checkout", "-q", "main")
    add(root, ours)
    return git(root, "merge", "-q", "theirs").returncode


def repeated(root):
    described = read_json(root / contract.CONTRACT)
    return [str(problem) for problem in contract.vocabulary_problems(root, described)]


def test_both_terms_are_kept(miniature):
    assert merged(miniature, "swimming", "cycling") == 0
    text = (miniature / TOPICS).read_text(encoding="utf-8")
    assert "swimming," in text and "cycling," in text and "<<<<" not in text
    assert repeated(miniature) == []


def test_a_term_with_one_id_and_two_meanings_is_refused(miniature):
    shutil.copy(REPOSITORY / ".gitattributes", miniature)
    add(miniature, "swimming")
    lines = (miniature / TOPICS).read_text(encoding="utf-8").splitlines()
    (miniature / TOPICS).write_text("\n".join([*lines, lines[-1] + "2", ""]), encoding="utf-8")
    assert any("'swimming' is the id of row" in told for told in repeated(miniature))
