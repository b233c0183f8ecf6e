"""The command line: what it prints, what it returns, and that no traceback gets out."""

import contextlib
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from unreport import __version__, for_display, from_json, json_schema, parse_text
from unreport.cli import files
from unreport.cli import main as cli

REPORT = "I. Introduction\n\n1. The Committee met to: (a) talk; (b) part.\n\n3. It closed.\n"
ARABIC = "أولاً- مقدمة\n\n١- اجتمعت اللجنة.\n"
TREE = """\
report [en]: {name}
└── chapter 1: I. Introduction
    ├── paragraph 1: 1. The Committee met to:
    │   ├── item 1: (a) talk;
    │   └── item 2: (b) part.
    └── paragraph 3: 3. It closed.
"""


@pytest.fixture
def english(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def arabic(tmp_path: Path) -> Path:
    path = tmp_path / "تقرير.txt"
    path.write_text(ARABIC, encoding="utf-8")
    return path


def unreport(*args: object, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """A run as a user has it: another process, its output in pipes."""
    return subprocess.run(
        [sys.executable, "-m", "unreport", *map(str, args)],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **env},
        timeout=600,
    )


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def in_terminal(*args: object) -> str:
    """What a run shows in a terminal of sixty columns."""
    with contextlib.redirect_stdout(Terminal()) as screen:
        cli.main([*map(str, args)])
    return screen.getvalue()


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")


def test_tree(english: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["parse", str(english)]) == 0

    assert capsys.readouterr().out == TREE.format(name="report.txt")


def test_a_visual_tree_for_terminals_that_cannot_reorder(arabic: Path, capsys) -> None:
    """Tags and guides at the left, each text in the order of display, its letters shaped."""
    assert cli.main(["parse", "--visual", str(arabic)]) == 0
    piped = capsys.readouterr().out.splitlines()

    assert piped[1] == "└── chapter 1: " + for_display("أولاً- مقدمة")
    assert piped[2] == "    └── paragraph 1: " + for_display("١- اجتمعت اللجنة.", direction="rtl")
    shown = re.sub(r"\x1b\[[0-9;]*m", "", in_terminal("parse", "--visual", arabic)).splitlines()
    assert shown == piped


def test_a_visual_tree_is_cut_at_its_logical_end(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("١- اجتمعت اللجنة " + "في الربيع " * 20, encoding="utf-8")

    shown = re.sub(r"\x1b\[[0-9;]*m", "", in_terminal("parse", "--visual", path)).splitlines()[1]
    assert shown.endswith(for_display("١- اجتمعت اللجنة", direction="rtl"))
    assert ": …" in shown


def test_visual_is_for_the_tree(arabic: Path, capsys) -> None:
    assert cli.main(["parse", "--visual", "--format", "json", str(arabic)]) == 2
    assert "--visual is for the tree, not for json" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(shell: str) -> None:
    """Scripts for three shells; commands, options and files are completed."""
    script = unreport(_UNREPORT_COMPLETE=f"{shell}_source").stdout.decode()
    assert "_UNREPORT_COMPLETE" in script

    def completed(words: str, at: int) -> list[str]:
        env = {"_UNREPORT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        return unreport(**env).stdout.decode().split()

    assert {"plain,parse", "plain,view", "plain,batch"} <= {*completed("unreport ", 1)}
    assert "plain,markdown" in completed("unreport parse --format ", 3)
    assert completed("unreport check dr", 2) == ["file,dr"]


@pytest.mark.parametrize("flags", [[], ["-v"]])
def test_an_unexpected_error_is_one_line(monkeypatch, capsys, flags: list[str]) -> None:
    def fail() -> None:
        raise KeyError("a\x1b[31mfault")

    monkeypatch.setattr("unreport.cli.schema.json_schema", fail)

    assert cli.main([*flags, "schema"]) == 70
    out, error = capsys.readouterr()
    assert out == ""
    last = error.splitlines()[-1]
    assert last.startswith("unreport: unreport failed: KeyError: ")
    assert "(test_main.py, line " in last
    assert "\x1b" not in last
    assert ("Traceback" in error, error.count("\n") == 1) == (bool(flags), not flags)


def test_standard_input() -> None:
    done = unreport("parse", "-", stdin=REPORT.encode())

    assert done.stdout.decode() == TREE.format(name="<stdin>")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_pipe_gets_utf_8_whole_text_and_no_isolates(arabic: Path) -> None:
    done = unreport("parse", arabic, PYTHONIOENCODING="ascii", COLUMNS="20", FORCE_COLOR="1")

    assert "└── paragraph 1: ١- اجتمعت اللجنة." in done.stdout.decode("utf-8")
    assert not re.search(r"[\u2066-\u2069\u200e\u200f\x1b]", done.stdout.decode("utf-8"))


def test_a_terminal_gets_truncated_lines_with_isolates(arabic: Path) -> None:
    arabic.write_text(ARABIC + "\n٢- " + "اجتمعت اللجنة " * 20, encoding="utf-8")

    shown = in_terminal("parse", arabic)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert plain != shown  # it was coloured
    assert "├── paragraph 1: \u2068١- اجتمعت اللجنة.\u2069\n" in plain
    assert plain.endswith("…\u2069\n")
    assert max(len(re.sub(r"[\u2068\u2069]", "", line)) for line in plain.splitlines()) == 60


def test_no_color(english: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert re.search(r"\x1b\[[0-9;]*3[0-9]", in_terminal("parse", english))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", in_terminal("parse", english))


def test_control_sequences_of_a_document_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes("1. Title \x1b]0;x\x07 \x9b31m \u202e reversed\n\n2. More.".encode())

    shown = in_terminal("parse", "--check", path)
    assert not re.search(r"\x1b(?!\[[0-9;]*m)|[\x07\x9b\u202e]", shown)


def test_json_is_one_line_per_report(english: Path, arabic: Path) -> None:
    lines = unreport("parse", "--format", "json", english, arabic).stdout.decode().splitlines()

    assert [from_json(line).language for line in lines] == ["en", "ar"]
    assert [from_json(line).body for line in lines] == [
        parse_text(REPORT).body,
        parse_text(ARABIC).body,
    ]


def test_json_is_indented_in_a_terminal(english: Path) -> None:
    assert in_terminal("parse", "--format", "json", english).startswith('{\n  "version": 1,')


def test_check_follows_the_tree(english: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["parse", "--check", str(english)]) == 0

    out = capsys.readouterr().out
    assert out.startswith(TREE.format(name="report.txt"))
    assert "\n! numbering-gap: Paragraph 3 follows paragraph 1: 2 is missing.\n" in out


def test_check_in_json_and_markdown(english: Path) -> None:
    as_json = unreport("parse", "--check", "--format", "json", english)
    as_markdown = unreport("parse", "--check", "--format", "markdown", english)

    assert "numbering-gap" in [doubt["code"] for doubt in json.loads(as_json.stdout)["doubts"]]
    assert as_markdown.stdout.startswith(b"# I. Introduction\n\n1\\. The")
    assert f"unreport: {english}: numbering-gap: Paragraph 3".encode() in as_markdown.stderr


def test_an_unreadable_file_does_not_stop_the_others(english: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    done = unreport("parse", tmp_path / "none.txt", english, picture, english)

    assert done.returncode == 1
    assert done.stdout.decode().count("chapter 1") == 2
    missing, image = done.stderr.decode().splitlines()
    assert (
        missing == f"unreport: {tmp_path / 'none.txt'}: cannot be opened: No such file or directory"
    )
    assert image.startswith(f"unreport: {picture}: this is not text but looks like a PNG image;")


def test_a_bug_gives_one_line(
    english: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr(files, "parse_document", broken)

    assert cli.main(["parse", str(english)]) == 1
    error = capsys.readouterr().err
    assert "unreport failed on this file (KeyError: 'surprise'); please report it" in error
    assert "Traceback" not in error


@pytest.mark.parametrize(
    "args", [[], ["parse"], ["parse", "--format", "xml", "x"], ["prase"], ["parse", "--chek", "x"]]
)
def test_wrong_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(args) == 2

    error = capsys.readouterr().err
    assert "(help: unreport" in error or error.startswith("Usage: unreport")
    assert ("did you mean 'parse'?" in error) == (args == ["prase"])


@pytest.mark.parametrize(
    "args",
    [
        ["batch", ".", "--out", "t", "--workers", "-1"],
        ["batch", ".", "--out", "t", "--workers", "0"],
        ["batch", ".", "--out", "t", "--time-limit", "-5"],
        ["batch", ".", "--out", "t", "--time-limit", "0"],
        ["batch", ".", "--out", "t", "--memory", "-1"],
        ["batch", ".", "--out", "t", "--part-size", "0"],
        ["batch", ".", "--out", "t", "--max-size", "0"],
        ["batch", ".", "--out", "t", "--limit", "0"],
        ["batch", ".", "--out", "t", "-q", "-v"],
        ["batch", ".", "--out", ""],
        ["batch", ".", "--out", "file.txt"],
        ["batch", ".", "--out", "s3://bucket/t"],
        ["batch", ".", "--out", "t", "--only", "nodes", "--format", "jsonl"],
        ["batch", ".", "--out", "t", "--engine", "ray", "--format", "csv"],
        ["parse", "--symbol", "nonsense", "file.txt"],
        ["parse", "--language", "de", "file.txt"],
        ["parse", "--format", "html", "file.txt", "file.txt"],
        ["assemble", "file.txt", "--out", "file.txt"],
        ["align", "file.txt", "--out", "texts.doc"],
    ],
    ids=lambda args: " ".join(args[3:] if args[0] == "batch" else args[1:-1]),
)
def test_bad_values_are_usage_errors_of_one_line(
    args: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file.txt").write_text(REPORT)

    assert cli.main(args) == 2
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert error.endswith(f"(help: unreport {args[0]} --help)\n")
    assert not Path("t").exists()


def test_html(english: Path) -> None:
    done = unreport("parse", "--format", "html", "--check", english)

    assert done.returncode == 0
    assert done.stdout.startswith(b"<!doctype html>")
    assert done.stderr == b""
    assert b"<code>numbering-gap</code> Paragraph 3 follows" in done.stdout


def test_symbol_and_language(english: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = ["parse", "--format", "json", "--symbol", "a/80/l.7", "--language", "fr", str(english)]
    assert cli.main(args) == 0

    report = from_json(capsys.readouterr().out)
    assert (str(report.masthead.symbol), report.language) == ("A/80/L.7", "fr")


def test_full_lines_in_a_terminal(arabic: Path) -> None:
    long = "٢- " + "اجتمعت اللجنة " * 20
    arabic.write_text(ARABIC + "\n" + long, encoding="utf-8")

    assert "…" in in_terminal("parse", arabic)
    assert long.strip() in in_terminal("parse", "--full", arabic)


def test_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["parse", str(tmp_path)]) == 1

    assert capsys.readouterr().err == (
        f"unreport: {tmp_path}: is a folder; use `unreport batch {tmp_path} --out TABLES`\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="file names are text elsewhere")
@pytest.mark.parametrize("output_format", ["json", "tree", "markdown", "html", "akn"])
def test_a_name_that_is_not_utf_8(tmp_path: Path, output_format: str) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(REPORT.encode())
    done = subprocess.run(
        [sys.executable, "-m", "unreport", "parse", "--format", output_format, path],
        capture_output=True,
        check=True,
    )

    assert done.stderr == b""
    if output_format == "json":
        assert json.loads(done.stdout)["source"]["name"] == "café.txt"


FILE_COMMANDS = ("parse", "check")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", ["parse", "check", "schema", "--help", "--version"])
def test_a_full_disk_is_one_line(english: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "unreport", command, *[english] * (command in FILE_COMMANDS)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr == (
        b"unreport: standard output cannot be written: No space left on device\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
@pytest.mark.parametrize(
    ("redirection", "command", "message"),
    [
        (">&-", "parse FILE", b"unreport: standard output cannot be written: Bad file descriptor"),
        (">&-", "--help", b"unreport: standard output cannot be written: Bad file descriptor"),
        ("<&-", "parse -", b"unreport: standard input: cannot be read: Bad file descriptor"),
        ("2>&-", "parse nothing.txt", b""),
    ],
)
def test_closed_streams(english: Path, redirection: str, command: str, message: bytes) -> None:
    words = f"{sys.executable} -m unreport {command.replace('FILE', str(english))} {redirection}"
    done = subprocess.run(["/bin/sh", "-c", words], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, b"", message)


def test_schema_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(json_schema()))
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"unreport, version {__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["parse", "-h"]])
def test_help_has_examples(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(args) == 0

    assert "\n    unreport parse --check *.docx " in capsys.readouterr().out


def test_every_option_has_help() -> None:
    for command in cli.commands.commands.values():
        assert command.help
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or parameter.help


@pytest.mark.skipif(os.name != "posix", reason="pipes break elsewhere in other ways")
def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"{n}. The Committee met." for n in range(1, 9000)))
    with subprocess.Popen(
        [sys.executable, "-m", "unreport", "parse", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=600) == 141


@pytest.mark.skipif(os.name != "posix", reason="signals are sent elsewhere in other ways")
def test_an_interrupt_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=600) == 130
        assert process.stderr.read().strip() == b""


# Programs started with nohup or in the background of a script ignore SIGINT, and so do their
# children: the default handler must be restored.
WAITING = """
import signal, sys, time
from unreport.cli import files, main as cli

signal.signal(signal.SIGINT, signal.default_int_handler)

def read(source, **options):
    print(flush=True)
    time.sleep(60)

files.read = read
sys.exit(cli.main(["parse", "-"]))
"""


@pytest.mark.parametrize("command", ["parse", "check", "show", "view"])
def test_a_file_that_may_not_be_read_is_a_failure_and_no_wrong_usage(
    command: str,
    english: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr("unreport.readers.contents.open", refuse, raising=False)
    assert cli.main([command, str(english)]) == 1
    assert capsys.readouterr().err == f"unreport: {english}: cannot be opened: Permission denied\n"


def test_an_empty_file_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["parse", ""]) == 1
    assert capsys.readouterr().err == "unreport: the name of the file is empty\n"


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="a device of Unix")
def test_a_device(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["parse", "/dev/zero"]) == 1
    assert capsys.readouterr().err.startswith("unreport: /dev/zero: is a device")
