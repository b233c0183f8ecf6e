"""A browser for the tests of pages, where there is one."""

import shutil
from collections.abc import Iterator

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Chromium; tests that ask for it are skipped where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="an extra")
    if CHROMIUM is None:
        pytest.skip("no browser")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
