"""What the guides say is so: the example of a descriptor is one, and README names every verb as it
is run.
"""

import json
import re

from scripts import run
from scripts.reading import sources


def guide(repository):
    return (repository / "docs/add-a-document.md").read_text(encoding="utf-8")


def test_the_example_of_a_descriptor_is_one(repository):
    example = json.loads(re.search(r"```json\n(.*?)```", guide(repository), re.DOTALL)[1])
    assert [error.message for error in sources._schema().iter_errors(example)] == []


def test_every_word_of_a_descriptor_is_explained(repository):
    schema = json.loads(
        (repository / "scripts/reading/source.schema.json").read_text(encoding="utf-8")
    )
    table, about = (
        schema["$defs"]["table"]["properties"],
        schema["properties"]["document"]["properties"],
    )
    words = {
        *schema["properties"],
        *about,
        *table,
        *schema["$defs"]["field"]["properties"],
    }
    assert sorted(word for word in words if f"`{word}`" not in guide(repository)) == []
    assert "data/tidy/check_rules.csv" in guide(repository)


def test_every_verb_is_in_the_readme_and_is_a_target_of_make(repository):
    readme, makefile = (
        (repository / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile")
    )
    targets = re.search(r"^VERBS := (.*)", makefile, re.MULTILINE)[1]
    for verb in {**run.VERBS, **run.OTHERS}:
        assert f"| `make {verb}" in readme and f"| `python3 scripts/run.py {verb}" in readme, verb
        assert (
            verb
            in re.search(r"^\.PHONY: .*", makefile.replace("$(VERBS)", targets), re.MULTILINE)[
                0
            ].split()
        ), verb


def test_each_command_of_the_guide_is_a_verb_and_the_guide_is_short(repository):
    steps = guide(repository).partition("## The guide")[2].partition("## Reference")[0]
    named = set(re.findall(r"`make ([a-z-]+)", steps))
    assert {"new", "form", "check", "build", "preview", "verify"} == named <= set(run.VERBS)
    assert len(steps.split()) < 900


def test_what_the_guide_says_of_a_missing_number_is_in_the_vocabulary(repository):
    steps = guide(repository).partition("## The guide")[2].partition("## Reference")[0]
    codes = (repository / "data/vocabulary/answer_codes.csv").read_text(encoding="utf-8")
    reasons = (repository / "data/vocabulary/withheld_reasons.csv").read_text(encoding="utf-8")
    assert "`refused` or `not_stated`" in steps
    assert "\nrefused," in codes and "\nnot_stated," in codes and "\nnot_held," in reasons
