"""The words of a Word or PDF file, read by a process of its own.

A file may be made to be read for ever or to fill the memory: the reader is ended after a time and
has only so much memory, and what went wrong in it is no matter of the caller's.
"""

import logging
import subprocess
import sys
from pathlib import Path, PurePath
from typing import IO

READER = Path(__file__).with_name("text_reader.py")
SECONDS = 15
MAX_BYTES = 20 * 1024 * 1024
READ = (".docx", ".pdf")
logger = logging.getLogger(__name__)


def is_read(name: str) -> bool:
    return PurePath(name).suffix.lower() in READ


def text_of(file: IO[bytes], name: str) -> str:
    """The words of the file, as many as the reader gives; none where it is broken,
    locked by a password, too large, of another kind, or takes too long."""
    if not is_read(name):
        return ""
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return ""
    command = [sys.executable, "-P", str(READER), PurePath(name).suffix.lower()]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError) as failure:
        logger.warning("no text read from a file ending in %s: %s", command[-1], failure)
        return ""
    return done.stdout.decode("utf-8", "replace").replace("\x00", "")
