"""Every law of a document's facts lets the project in small pass, and refuses its own examples of
what is wrong.
"""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from scripts.model import terms
from scripts.model.problems import Problem
from scripts.reading import facts, sources
from scripts.validations import control_counts, control_sums, laws, of_documents, of_facts
from scripts.validations.refusal import Refusal
from tests.conftest import copy_miniature
from tests.dataset.spoil import edit

LAWS = [*laws.discovered(of_facts), *laws.discovered(of_documents)]
CONTROLS = [control_sums, control_counts]
EXAMPLES = [
    pytest.param(law, example, id=f"{law.__name__.rpartition('.')[2]}-{number}")
    for law in [*LAWS, *CONTROLS]
    for number, example in enumerate(law.REFUSES)
]


def told(root: Path, law: ModuleType) -> Iterator[Problem]:
    """What one law says of all documents."""
    vocabulary = terms.read(root / "data/vocabulary")
    documents, _ = sources.read_all(root, vocabulary)
    for document in documents:
        read = facts.read(document, vocabulary)
        if law in CONTROLS:
            yield from law.problems(read)
        else:
            yield from law.problems(read, vocabulary)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_miniature(tmp_path_factory.mktemp("sound") / "miniature")


@pytest.mark.parametrize("law", [*LAWS, *CONTROLS], ids=lambda law: law.__name__)
def test_a_law_has_nothing_against_what_is_right(law: ModuleType, sound: Path) -> None:
    assert list(told(sound, law)) == []


@pytest.mark.parametrize(("law", "example"), EXAMPLES)
def test_a_law_refuses_its_examples(law: ModuleType, example: Refusal, miniature: Path) -> None:
    edit(miniature / example.file, example.old, example.new)
    assert any(example.says in str(problem) for problem in told(miniature, law))


def test_every_law_says_what_it_keeps_and_has_an_example() -> None:
    assert LAWS
    assert all(law.__doc__ and law.REFUSES for law in LAWS)
