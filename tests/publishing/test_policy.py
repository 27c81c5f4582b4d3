"""The content-security policy: on every page, seen in a browser to stop what is planted and nothing
that is ours.
"""

import re

import pytest

from scripts.pages.rendering import Page
from scripts.publishing import policy, shell, staging
from tests import reader

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
STATES = [  # a page of every kind, and the page for addresses that are not there
    "index.html",
    "404.html",
    "how-it-is-made.html",
    "topics/help.html",
    "documents/southmere-report-2021-22.html",
    "checks/index.html",
    "compare/foi.html",
    "download.html",
    "about/index.html",
    "questions/how-many-children.html",
    "latest/index.html",
    "measures/referrals_made.html",
]
# an 8-byte module, the smallest there is
COMPUTE = """
window.done = WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() =>
  new Promise((done, failed) => {
    const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
    worker.onmessage = () => done("computed");
    worker.onerror = () => failed("refused");
  })).catch(String);
"""


def test_every_page_has_one_policy_before_anything_it_is_about(small_site):
    pages = sorted((small_site / "site").rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        text = path.read_text(encoding="utf-8")
        found = POLICY.findall(text)
        assert len(found) == 1, path
        assert ("'wasm-unsafe-eval'" in found[0]) == (path.name == "sql.html"), path
        assert "unsafe" not in found[0].replace("'wasm-unsafe-eval'", ""), path
        before = text[: text.index("Content-Security-Policy")]
        assert not re.search("<(script|link|style|img|base)", before), path


def test_scripts_of_every_page_are_those_of_the_theme(small_site):
    for path in sorted((small_site / "site").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        listed = set(re.findall("'sha256-[^']*'", POLICY.search(text)[1]))
        needed = set(re.findall("'sha256-[^']*'", policy.text(policy.inline(text))))
        assert listed == needed, path


def test_hosts_send_the_loosest_policy_of_all_pages(small_site):
    headers = (small_site / "site/_headers").read_text(encoding="utf-8")
    sent = re.search("Content-Security-Policy: (.*)", headers)[1]
    assert headers.count("Content-Security-Policy") == 1
    assert "'unsafe-inline'" not in sent and "'unsafe-eval'" not in sent
    for path in (small_site / "site").rglob("*.html"):
        own = POLICY.search(path.read_text(encoding="utf-8"))[1]
        assert set(re.findall("'sha256-[^']*'", own)) <= set(re.findall("'sha256-[^']*'", sent))


def test_a_page_without_a_place_for_its_policy_is_refused():
    with pytest.raises(policy.NoPlace):
        policy.guarded("<html><script>1</script></html>", policy.POINTER)


def test_only_a_page_that_computes_may_run_web_assembly():
    assert "wasm-unsafe-eval" not in policy.text(["x"])
    assert "script-src 'self' 'sha256-" in policy.text(["x"], computes=True)
    assert policy.text([], computes=True).endswith("worker-src 'self' blob:")


# --- in a browser


@pytest.fixture(scope="module")
def addresses(small_site):
    """The site served, and the site as a folder."""
    with reader.served(small_site / "site") as address:
        yield {"served": address, "folder": (small_site / "site").as_uri()}


@pytest.fixture(params=["served", "folder"])
def site(request, addresses):
    return addresses[request.param]


@pytest.fixture
def page(browser):
    """A page that keeps what its policy refused."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        "window.refused = []; document.addEventListener('securitypolicyviolation',"
        " (event) => window.refused.push(`${event.violatedDirective} ${event.blockedURI}`))"
    )
    page.told = []
    page.on("console", lambda said: page.told.append(said.text))
    page.on("pageerror", lambda error: page.told.append(str(error)))
    yield page
    page.close()


def refused(page):
    """What the policy refused; a page that says so on the console only is heard too."""
    said = [text for text in page.told if "Content Security Policy" in text or "eval" in text]
    return page.evaluate("window.refused") + said


@pytest.mark.parametrize("path", STATES)
@pytest.mark.promise("No page is against its own security policy")
def test_no_state_of_a_page_is_against_its_policy(page, site, path):
    if path == "404.html" and site.startswith("file:"):
        return  # only a server shows that one
    page.goto(f"{site}/{path}")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    if page.locator(".md-search__input").count():
        reader.ask(page, "children")
        reader.results(page)
        page.keyboard.press("Escape")
        for _ in range(3):  # the colours of the device, light, dark
            page.locator("label[for^=__palette]:visible").first.click()
    for chosen in page.locator("form[data-register] select").all():
        chosen.select_option(index=1)
    page.goto(f"{page.url.partition('#')[0]}#main")
    assert refused(page) == []


@pytest.mark.parametrize(
    "planted",
    [
        "<script>window.hacked = 1</script>",
        '<script>eval("window.hacked = 1")</script>',
        '<img src="x.png" onerror="window.hacked = 1">',
        '<a id="go" href="javascript:window.hacked = 1">x</a>',
        '<script src="data:text/javascript,window.hacked = 1"></script>',
        '<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
        '<base href="https://elsewhere.example/">',
        '<object data="data:text/html,<script>parent.hacked = 1</script>"></object>',
    ],
)
@pytest.mark.promise("A script that is planted in a page does not run")
def test_what_is_planted_in_a_page_does_not_run(page, site, small_site, planted):
    shown = small_site / "site/how-it-is-made.html"
    spoilt = small_site / "site/spoilt.html"
    body = shown.read_text(encoding="utf-8").replace("</article>", f"{planted}</article>")
    spoilt.write_text(body, encoding="utf-8")
    try:
        page.goto(f"{site}/spoilt.html")
        page.wait_for_load_state("networkidle")
        if page.locator("#go").count():
            page.evaluate("document.querySelector('#go').click()")
        page.wait_for_timeout(200)
        assert page.evaluate("window.hacked") is None
        assert refused(page) != []
    finally:
        spoilt.unlink()


@pytest.mark.parametrize(("computes", "outcome"), [(True, "computed"), (False, "refused")])
def test_web_assembly_and_workers_run_where_the_page_says_so(
    page, site, small_site, computes, outcome
):
    """The page is made from a shell, as all are. Its script is a file of the site."""
    text = (small_site / "site/glossary.html").read_text(encoding="utf-8")
    own = policy.text(policy.inline(text), computes=computes)
    text = text.replace(POLICY.search(text)[1], own)
    made = text.replace("</head>", '<script src="spoilt.js"></script></head>')
    made = made.replace('<script src="assets/search-on-use.js"></script>', "")
    (small_site / "site/spoilt.html").write_text(made, encoding="utf-8")
    (small_site / "site/spoilt.js").write_text(COMPUTE, encoding="utf-8")
    try:
        page.goto(f"{site}/spoilt.html")
        found = page.evaluate("window.done")
        assert (found == "computed") is (outcome == "computed"), found
    finally:
        (small_site / "site/spoilt.html").unlink()
        (small_site / "site/spoilt.js").unlink()


def test_a_page_says_itself_that_it_computes():
    marks = f"{policy.FIRST}{''.join(shell.MARKS)}".replace(shell.POLICY, "")
    page = Page("a.html", "T", "D", "<p>x</p>", computes=True)
    made = shell.Shell(marks).page(staging.leaf(page))
    assert "wasm-unsafe-eval" in POLICY.search(made)[1]
    made = shell.Shell(marks).page(staging.leaf(page._replace(computes=False)))
    assert "wasm-unsafe-eval" not in POLICY.search(made)[1]
