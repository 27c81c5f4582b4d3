"""A sealed folder notices every flipped bit, missing file and added file."""

import random
import shutil
import subprocess

import pytest

from scripts.model import seals

FILES = {
    "index.html": b"<h1>Figures</h1>",
    "data/figures.csv": b"figure_id,value\na,1\n",
    "empty.txt": b"",
    "big.bin": bytes(range(256)) * 40,
}
FLIPS = 1_000


@pytest.fixture
def sealed(tmp_path):
    folder = tmp_path / "site"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    seals.seal(folder)
    return folder


def told(folder):
    return [str(problem) for problem in seals.faults(folder, "site")]


def test_an_untouched_folder_has_no_fault(sealed):
    assert told(sealed) == []


@pytest.mark.promise("Every flipped bit, missing file and added file of a published site is found")
def test_every_flipped_bit_is_found(sealed, record_property):
    dice = random.Random(16)
    contents = {name: content for name, content in FILES.items() if content}
    contents[seals.LIST] = (sealed / seals.LIST).read_bytes()
    for _ in range(FLIPS):
        name = dice.choice(sorted(contents))
        spoilt = bytearray(contents[name])
        spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
        (sealed / name).write_bytes(spoilt)
        assert told(sealed), name
        (sealed / name).write_bytes(contents[name])
    assert told(sealed) == []
    record_property("tried", FLIPS)


@pytest.mark.promise("Every flipped bit, missing file and added file of a published site is found")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda folder: (folder / "index.html").unlink(), "site/index.html: file: is missing"),
        (lambda folder: (folder / "more.js").write_text("x"), "site/more.js: file: was added"),
        (lambda folder: (folder / seals.LIST).unlink(), "nothing can be checked"),
        (lambda folder: (folder / "a.html").symlink_to("index.html"), "is a link, and no file"),
        (
            lambda folder: (folder / seals.LIST).write_text("nonsense\n"),
            "site/nonsense: file: is missing",
        ),
    ],
)
def test_what_was_done_to_it_is_said(sealed, change, words):
    change(sealed)
    assert any(words in line for line in told(sealed))


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this machine")
def test_sha256sum_reads_the_list(sealed):
    command = ["sha256sum", "--check", "--quiet", "--strict", seals.LIST]
    assert subprocess.run(command, cwd=sealed, check=False).returncode == 0
    (sealed / "index.html").write_text("other")
    assert subprocess.run(command, cwd=sealed, check=False, capture_output=True).returncode == 1


def test_a_name_that_the_list_cannot_hold_is_refused(tmp_path):
    (tmp_path / "a\nb").write_text("x")
    with pytest.raises(ValueError, match="line end"):
        seals.seal(tmp_path)
