"""The small package, published once for all tests that only look at it."""

import pytest

from scripts import publish
from tests.site import sample


@pytest.fixture
def project(tmp_path):
    return sample.write(tmp_path)


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """A published project; tests must not change it."""
    root = sample.write(tmp_path_factory.mktemp("published"))
    assert publish.main(root) == 0
    return root
