"""What a descriptor says of the bytes of its files: how many they are, and their SHA-256. So each
file can be checked by itself.
"""

import hashlib
import json
import posixpath
from collections.abc import Callable
from typing import Any

from scripts.model.contract import CONTRACT

Read = Callable[[str], bytes]


def measured(descriptor: dict[str, Any], read: Read) -> dict[str, Any]:
    """The descriptor with `bytes` and `hash` of each of its files; `read` gives the bytes at a path
    of it.
    """
    return descriptor | {
        "resources": [_measured(resource, read) for resource in descriptor["resources"]]
    }


def _measured(resource: dict[str, Any], read: Read) -> dict[str, Any]:
    """A resource whose data stand in the descriptor has no file."""
    if "path" not in resource:
        return resource
    content = read(resource["path"])
    digest = hashlib.sha256(content).hexdigest()
    return resource | {"bytes": len(content), "hash": f"sha256:{digest}"}


def text(descriptor: bytes, read: Read) -> bytes:
    """The text of a descriptor, measured."""
    made = json.dumps(measured(json.loads(descriptor), read), ensure_ascii=False, indent=2)
    return f"{made}\n".encode()


def of_members(members: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a Data Package, by name, with its descriptor measured, and those of the
    documents in it.
    """
    descriptors = [name for name in members if posixpath.basename(name) == CONTRACT]
    return members | {name: text(members[name], _beside(name, members)) for name in descriptors}


def _beside(descriptor: str, members: dict[str, bytes]) -> Read:
    folder = posixpath.dirname(descriptor)
    return lambda path: members[posixpath.join(folder, path)]
