"""A scanned sheet with lines of writing and a signature, drawn once."""

from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

SIZE = (620, 877)
PAPER, INK, STAMP = (250, 249, 244), (70, 74, 88), (176, 58, 46)


@cache
def signed_paper() -> bytes:
    image = Image.new("RGB", SIZE, PAPER)
    pen, chance = ImageDraw.Draw(image), Random(7)
    pen.line([(210, 90), (410, 90)], fill=INK, width=9)
    for row in range(14):
        end = 540 if row % 5 else 330
        top = 150 + row * 38
        for left in range(80, end, 26):
            height = chance.randrange(8, 17)
            pen.line([(left, top), (left + 15, top - height)], fill=INK, width=2)
            pen.line([(left + 3, top - height), (left + 12, top)], fill=INK, width=2)
    points = [(380 + 12 * n, 760 + chance.randrange(-14, 14)) for n in range(14)]
    pen.line(points, fill=INK, width=3, joint="curve")
    pen.ellipse([(90, 690), (200, 800)], outline=STAMP, width=4)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
