"""What every look at a page asks: does it scroll sideways, do the rules of access hold."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa"]}}
PHONE, DESK, NARROW = (390, 844), (1440, 900), (320, 640)


def session_cookie(user: Any, address: str) -> dict[str, str]:
    """A cookie with which a browser is logged in as the user at this address."""
    client = Client()
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": address}


def elder_cookie(address: str) -> dict[str, str]:
    return {"name": "elder", "value": "1", "url": address}


def scrolls_sideways(page: Page) -> bool:
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return page.evaluate(wide)


def axe_findings(page: Page) -> list[str]:
    """One line for every element that breaks a rule."""
    violations = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))} {node['html'][:120]}"
        for violation in violations
        for node in violation["nodes"]
    ]
