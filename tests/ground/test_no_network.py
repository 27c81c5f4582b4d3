"""Build and publish ask nothing of any network: a guard in front of the system's own calls writes
down each attempt, in the process itself and in all that it starts, and refuses it.
"""

import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

# In front of every program that is started with it, whatever language its libraries are written in.
GUARD = """
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
static void note(const char *what) {
    int file = open(getenv("ATTEMPTS"), O_WRONLY | O_APPEND | O_CREAT, 0644);
    if (file < 0) return;
    if (write(file, what, strlen(what)) < 0) _exit(99);
    close(file);
}
int socket(int domain, int type, int protocol) {
    if (domain == AF_INET || domain == AF_INET6) {
        note("socket\\n");
        errno = EACCES;
        return -1;
    }
    return syscall(SYS_socket, domain, type, protocol);
}
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                struct addrinfo **found) {
    note("look up a name\\n");
    return EAI_FAIL;
}
"""
COMPILER = shutil.which("cc") or shutil.which("gcc")
MADE = "from scripts.verbs import build, publish\nassert build.main() == 0 == publish.main()\n"
ADDRESS = "192.0.2.1"  # is kept for examples, and leads nowhere
PLANTED = {
    "a connection": f"import socket; socket.create_connection(('{ADDRESS}', 80), 1)",
    "a packet": (
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
        f".sendto(b'x', ('{ADDRESS}', 53))"
    ),
    "version 6": "import socket; socket.socket(socket.AF_INET6)",
    "a name": "import socket; socket.gethostbyname('data.example')",
    "a page": "import urllib.request; urllib.request.urlopen('http://data.example/x.csv')",
}
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not COMPILER, reason="puts a guard before the system"
)


@pytest.fixture(scope="module")
def guard(tmp_path_factory):
    """The guard as a library, to be loaded before all others."""
    return compiled(tmp_path_factory.mktemp("guard"))


def compiled(folder):
    (folder / "guard.c").write_text(GUARD, encoding="utf-8")
    command = [COMPILER, "-shared", "-fPIC", "-O1", "-o", "guard.so", "guard.c"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "guard.so"


def attempts(guard, folder, code):
    """The exit code of a run of this code behind the guard, and what it asked of a network."""
    told = folder / "attempts"
    environment = {**os.environ, "LD_PRELOAD": str(guard), "ATTEMPTS": str(told)}
    environment |= {"PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment)
    return done.returncode, told.read_text().splitlines() if told.is_file() else []


@pytest.mark.promise("Nothing is asked of any network while the data and the site are made")
def test_build_and_publish_ask_nothing_of_a_network(tmp_path, small_site, guard):
    root = tmp_path / "project"
    made = ("site", "tidy", "build", ".cache")
    shutil.copytree(small_site, root, ignore=shutil.ignore_patterns(*made))
    assert attempts(guard, root, MADE) == (0, [])
    assert (root / "site/index.html").is_file()


@pytest.mark.parametrize("name", PLANTED)
def test_the_guard_sees_what_is_planted(tmp_path, guard, name):
    code, found = attempts(guard, tmp_path, PLANTED[name])
    assert code == 1 and found


def test_the_guard_sees_what_a_child_of_a_child_asks(tmp_path, guard):
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {PLANTED['a name']!r}])"
    assert attempts(guard, tmp_path, child) == (0, ["look up a name"])
