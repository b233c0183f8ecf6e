"""What the README shows is what comes out."""

import doctest
import re
from pathlib import Path

import pytest

from unreport.cli import main as cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n\$ unreport (.*)\n((?:.*\n)*?)```")


def test_the_commands_give_what_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    shown = CONSOLE.findall(README)

    assert shown
    for command, output in shown:
        assert cli.main(command.split()) == 0
        assert capsys.readouterr().out == output


def test_the_python_gives_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sessions = "\n".join(re.findall(r"```pycon\n((?:.*\n)*?)```", README))
    test = doctest.DocTestParser().get_doctest(sessions, {}, "README.md", None, None)

    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_files_that_it_names_are_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)|(examples/[\w.]+)", README):
        assert (ROOT / "".join(target)).exists(), target
