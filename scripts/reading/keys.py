"""The keys of what is worked out once and kept: of the code, and of what every document follows
from.
"""

import hashlib
import sys
from functools import lru_cache
from pathlib import Path

from scripts.model import contract, own_terms
from scripts.model.contract import CONTRACT
from scripts.model.kept import key_of, key_of_files

CODE = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def key_of_code() -> str:
    """The key of the code, of the libraries it is used with, and of the language."""
    files = [key_of_files(CODE, CODE, pattern) for pattern in ("*.py", "*.json")]
    libraries = CODE.parent / "requirements"
    return key_of(sys.version, *files, key_of_files(libraries, libraries))


def key_of_common(root: Path) -> str:
    """The key of what every document follows from: the vocabulary and the contract."""
    described = hashlib.sha256((root / CONTRACT).read_bytes()).hexdigest()
    folders = [contract.VOCABULARY, *own_terms.folders(root)]
    return key_of(described, *(key_of_files(root, root / folder) for folder in folders))


def key_of_words(root: Path) -> str:
    """The key of the vocabulary and the contract, as this code looks at them."""
    return key_of("words", key_of_code(), key_of_common(root))
