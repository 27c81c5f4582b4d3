"""A draft is measured against what people made of the document, and the measure is not
flattered.
"""

from scripts.importing import memory, quality
from scripts.model import terms
from scripts.reading import sources, tidy
from scripts.verbs import drafts
from tests.conftest import copy_miniature


def read(root):
    vocabulary = terms.read(root / "data/vocabulary")
    documents, _ = sources.read_all(root, vocabulary)
    return vocabulary, documents


def test_the_table_of_a_letter_is_found_in_its_rows_columns_and_lines(tmp_path):
    root = copy_miniature(tmp_path / "project")
    vocabulary, (letter, report) = read(root)
    text = root / "documents" / f"{letter.id}.txt"
    scores, _ = quality.measured(letter, [report], text, vocabulary, [])
    found = {score.kind: (score.right, score.of) for score in scores}
    assert found[quality.TABLES] == (12, 12)


def test_what_people_changed_is_a_miss_with_its_kind(tmp_path):
    root = copy_miniature(tmp_path / "project")
    vocabulary, (letter, report) = read(root)
    letter.numbers[0]["reason"] = "name_part"
    text = root / "documents" / f"{letter.id}.txt"
    _, misses = quality.measured(letter, [report], text, vocabulary, [("total", frozenset())])
    missed = {(miss.kind, miss.missed): miss.number for miss in misses}
    assert missed[quality.REASONS, "name_part"] == 1
    assert missed[quality.CLAIMS, "total"] == 1


def test_proposals_are_held_against_what_the_document_claims(tmp_path):
    root = copy_miniature(tmp_path / "project")
    vocabulary, (letter, report) = read(root)
    text = root / "documents" / f"{letter.id}.txt"

    def counted(claims):
        scores, _ = quality.measured(letter, [report], text, vocabulary, claims)
        return {score.kind: (score.right, score.of) for score in scores}

    _, proposals = counted([])[quality.PROPOSED]
    assert counted([])[quality.PROPOSED] == (0, proposals) and proposals
    made = tidy.from_documents([letter, report], vocabulary)
    claims = drafts.declared(letter, made)
    right, of = counted(claims)[quality.PROPOSED]
    assert of == proposals and right == counted(claims)[quality.CLAIMS][0] > 0


def test_the_memory_knows_the_labels_of_a_measure_and_no_word_of_the_text(tmp_path):
    root = copy_miniature(tmp_path / "project")
    vocabulary, documents = read(root)
    remembered = memory.remembered(documents, vocabulary)
    assert "Schools" in remembered.words["referrals"]
    assert "grew" not in " ".join(remembered.words.values())


def test_the_command_prints_each_kind_and_writes_the_table(tmp_path, capsys):
    root = copy_miniature(tmp_path / "project")
    assert drafts.main(root, ["--documents", str(root / "documents"), "--write"]) == 0
    assert "table figures in their row, column and line: " in capsys.readouterr().out
    written = (root / drafts.SCORES).read_text(encoding="utf-8")
    assert written.startswith("document_id,kind,right,of,target_percent\nnorthbridge-foi-1234,")
    assert (root / drafts.MISSES).is_file()
