"""What the guides say is so: the example of a descriptor is one, and README names every verb as it is run."""

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
