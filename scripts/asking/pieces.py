"""A piece of data as a script that hands it over: packed, so that it is small, and a script, so
that it loads from a folder too.
"""

import base64
import json
import zlib


def script(name: str, content: bytes) -> str:
    """The script of a piece: `pieces.js` unpacks it. The name is a word with hyphens."""
    packed = base64.b64encode(zlib.compress(content, 9)).decode("ascii")
    return f'askPiece("{name}","{packed}")\n'


def as_json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
