"""A template that was kept is used again only by pages that escape as it does."""

from jinja2 import BytecodeCache, DictLoader, Environment

from scripts.pages import rendering


class Seen(BytecodeCache):
    """Keeps nothing, and notes under which keys it would."""

    def __init__(self):
        self.keys = []

    def load_bytecode(self, bucket):
        self.keys.append(rendering.key_of_template(bucket))

    def dump_bytecode(self, bucket):
        """Keep nothing."""


def key(text, escapes):
    seen = Seen()
    loader = DictLoader({"a.html": text})
    made = Environment(loader=loader, autoescape=escapes, bytecode_cache=seen)
    made.get_template("a.html")
    return seen.keys[0]


def test_the_same_template_has_the_same_key():
    assert key("{{ x }}", True) == key("{{ x }}", True)


def test_another_text_or_another_way_to_escape_has_another_key():
    assert len({key("{{ x }}", True), key("{{ y }}", True), key("{{ x }}", False)}) == 3
