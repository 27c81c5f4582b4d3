"""Words that must stand in a table of the vocabulary."""

import difflib

from scripts.model.problems import Wrong
from scripts.model.terms import Vocabulary


def unknown(term: str, table: str, vocabulary: Vocabulary) -> Wrong | None:
    """What is wrong with a term that isn't in the vocabulary table, with the one that is
    closest.
    """
    if term in vocabulary[table]:
        return None
    if term.startswith("?") and term != "?":
        cure = "Keep the right one without its question mark, or write another"
        return Wrong(f"{term!r} is a suggestion that nobody has confirmed", cure)
    close = difflib.get_close_matches(term, vocabulary[table], n=1)
    like = f" (such as {close[0]!r})" if close else ""
    return Wrong(
        f"{term!r} is not in data/vocabulary/{table}.csv",
        f"Use a word that is there{like}, or add it with its definition",
    )
