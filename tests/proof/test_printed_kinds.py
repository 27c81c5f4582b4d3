"""What the text calls a target is not told as what was."""

import pytest

from scripts.proof import printed_kinds
from scripts.reading.figures import Figure

KINDS = [
    ("90 per cent", "This is below the target of 90 per cent.", "target"),
    ("90%", "Reached: 84% (target: 90%)", "target"),
    ("84%", "Reached: 84% (target: 90%)", ""),
    ("90%", "The target was set at 90% of plans", "target"),
    ("90%", "The target was met: 90%", ""),
    ("90%", "It was 90%, above the target of 90%", ""),
    ("120", "A total of 120 is forecast; projected to be 130", ""),
    ("130", "A total of 120 is forecast; projected to be 130", "forecast"),
]


@pytest.mark.parametrize(("token", "line", "kind"), KINDS)
def test_the_words_before_a_number_say_its_kind(token, line, kind):
    assert printed_kinds.printed_kind(token, line) == kind


@pytest.mark.parametrize(("kind", "faults"), [("actual", 1), ("provisional", 1), ("target", 0)])
def test_a_target_told_as_what_was_is_refused(kind, faults):
    class Report:
        def file_of(self, table_id):
            return f"{table_id}.csv"

    cells = dict.fromkeys(Figure._fields, "")
    cells |= {"value_as_published": "90%", "value_kind": kind, "line": "2"}
    fact = Figure(**cells | {"table_id": "report/prose", "source_row": "1"})
    found = list(printed_kinds.faults(Report(), [fact], {1: "90%", 2: "the target of 90%"}))
    assert len(found) == faults
