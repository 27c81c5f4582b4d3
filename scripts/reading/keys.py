"""The keys of what every document follows from, for what is worked out once and kept."""

import hashlib
from pathlib import Path

from scripts.model import contract, own_terms
from scripts.model.contract import CONTRACT
from scripts.model.kept import key_of, key_of_code, key_of_files


def key_of_common(root: Path) -> str:
    """The key of what every document follows from: the vocabulary and the contract."""
    described = hashlib.sha256((root / CONTRACT).read_bytes()).hexdigest()
    folders = [contract.VOCABULARY, *own_terms.folders(root)]
    return key_of(described, *(key_of_files(root, root / folder) for folder in folders))


def key_of_words(root: Path) -> str:
    """The key of the vocabulary and the contract, as this code looks at them."""
    return key_of("words", key_of_code(), key_of_common(root))
