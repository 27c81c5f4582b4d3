"""Results of benchmarks stand beside each other in one file."""

from benchmarks.results import Result, read, write

BUILT = Result("build", "build all", 5, "0.31", "s")
ASKED = Result("asked", "words", 5, "12", "ms")


def test_a_command_takes_the_place_of_its_own_results_and_of_no_others(tmp_path):
    path = tmp_path / "results.csv"
    write([BUILT], path)
    write([ASKED], path)
    quicker = ASKED._replace(median="9")
    write([quicker], path)
    assert read(path) == [quicker, BUILT]


def test_where_nobody_has_measured_there_are_no_results(tmp_path):
    assert read(tmp_path / "results.csv") == []
