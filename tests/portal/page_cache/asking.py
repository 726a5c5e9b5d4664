"""A reader, and what the store holds."""

from pathlib import Path

from django.test import Client


def ask(path: str = "/", client: Client | None = None, **options) -> tuple[str, str]:
    """Whether it was kept, and the text."""
    answer = (client or Client()).get(path, **options)
    assert answer.status_code == 200
    return answer.get("X-Page-Cache", ""), answer.content.decode()


def kept_files(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*")}
