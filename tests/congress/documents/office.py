"""LibreOffice as the reader of our papers: PDF from Word, with fonts that stand in for ours."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

NAMES = ("soffice", "libreoffice")
STAND_INS = {
    "Noto Serif CJK SC": ("仿宋_GB2312", "方正小标宋简体", "楷体_GB2312", "宋体"),
    "Noto Sans CJK SC": ("黑体",),
}


def office_path() -> str | None:
    """The program that SOFFICE names, else the first one on the PATH."""
    named = os.environ.get("SOFFICE")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def fonts_file(folder: Path) -> Path:
    """Without it every Chinese font would be replaced by one and the same."""
    aliases = "".join(
        f"<alias binding='same'><family>{name}</family><prefer><family>{here}</family></prefer>"
        "</alias>"
        for here, names in STAND_INS.items()
        for name in names
    )
    path = folder / "fonts.conf"
    path.write_text(
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
        f"<include>/etc/fonts/fonts.conf</include>{aliases}</fontconfig>",
        "utf-8",
    )
    return path


def to_pdf(papers: Iterable[Path], folder: Path) -> None:
    """All papers in one start of the program; a PDF of the same name each."""
    with TemporaryDirectory() as name:
        profile = Path(name)
        own = {"FONTCONFIG_FILE": str(fonts_file(profile)), "HOME": name}
        command = [
            office_path(),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
            *map(str, papers),
        ]
        subprocess.run(command, env=os.environ | own, check=True, capture_output=True, timeout=300)
