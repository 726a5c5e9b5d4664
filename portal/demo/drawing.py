"""Pictures for the demo's news: flat shapes in the colours of the site."""

from io import BytesIO
from math import pi, sin
from random import Random

from PIL import Image, ImageColor, ImageDraw

SIZE = (1200, 800)
FINE = 2  # drawn larger and scaled down, for smooth edges
RED, DARK_RED, GOLD = "#a8141d", "#7d0d14", "#c9a45c"
INK, GROUND, PAPER = "#1f2328", "#f7f5f1", "#ffffff"
GREEN, AMBER, BLUE = "#1a6b3c", "#9a5b00", "#1d4f91"

Colour = str | tuple[int, int, int]
Points = list[tuple[float, float]]


def mix(one: str, other: str, share: float) -> tuple[int, int, int]:
    """`share` of the first colour, the rest of the second."""
    pairs = zip(ImageColor.getrgb(one)[:3], ImageColor.getrgb(other)[:3], strict=True)
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in pairs)
    return red, green, blue


class Canvas:
    """A sheet of 1200 by 800 with the origin at the top left."""

    def __init__(self, seed: str, sky: Colour) -> None:
        self.chance = Random(seed)
        self.image = Image.new("RGB", (SIZE[0] * FINE, SIZE[1] * FINE), sky)
        self.pen = ImageDraw.Draw(self.image)

    def area(self, points: Points, colour: Colour) -> None:
        self.pen.polygon([(x * FINE, y * FINE) for x, y in points], fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.area([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def soft_box(
        self, x: float, y: float, width: float, height: float, colour: Colour, radius: float = 16
    ) -> None:
        edges = [side * FINE for side in (x, y, x + width, y + height)]
        self.pen.rounded_rectangle(edges, radius * FINE, fill=colour)

    def disc(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """An ellipse around its middle."""
        half, tall = width / 2, height / 2
        self.pen.ellipse(
            [side * FINE for side in (x - half, y - tall, x + half, y + tall)], fill=colour
        )

    def line(self, points: Points, colour: Colour, width: float) -> None:
        scaled = [(x * FINE, y * FINE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * FINE), joint="curve")

    def ridge(self, height: float, swing: float, colour: Colour) -> None:
        """Hills from one side to the other, filled down to the foot."""
        first, second = self.chance.uniform(0, 6), self.chance.uniform(0, 6)
        top = [
            (x, height - swing * (sin(x / 190 + first) + 0.5 * sin(x / 83 + second)))
            for x in range(-20, SIZE[0] + 40, 20)
        ]
        self.area([*top, (SIZE[0] + 40, SIZE[1]), (-20, SIZE[1])], colour)

    def sun(self, x: float, y: float) -> None:
        self.disc(x, y, 150, 150, mix(GOLD, PAPER, 0.45))
        self.disc(x, y, 106, 106, mix(GOLD, PAPER, 0.8))

    def tree(self, x: float, foot: float, tall: float) -> None:
        self.box(x - tall * 0.05, foot - tall * 0.4, tall * 0.1, tall * 0.4, mix(AMBER, INK, 0.6))
        share = self.chance.uniform(0.62, 0.85)
        self.disc(x, foot - tall * 0.65, tall * 0.62, tall * 0.74, mix(GREEN, PAPER, share))

    def house(self, x: float, foot: float, wide: float, wall: Colour = PAPER) -> None:
        tall = wide * 0.52
        self.box(x, foot - tall, wide, tall, wall)
        eaves = wide * 0.09
        self.area(
            [
                (x - eaves, foot - tall),
                (x + wide * 0.16, foot - tall * 1.62),
                (x + wide * 0.84, foot - tall * 1.62),
                (x + wide + eaves, foot - tall),
            ],
            mix(INK, PAPER, 0.72),
        )
        self.box(
            x + wide * 0.42, foot - tall * 0.62, wide * 0.17, tall * 0.62, mix(AMBER, INK, 0.75)
        )
        for left in (0.14, 0.7):
            self.box(
                x + wide * left, foot - tall * 0.68, wide * 0.16, tall * 0.3, mix(BLUE, PAPER, 0.35)
            )

    def wave(self, y: float, colour: Colour, width: float = 5) -> None:
        shift = self.chance.uniform(0, 2 * pi)
        points = [(float(x), y + 7 * sin(x / 46 + shift)) for x in range(-10, SIZE[0] + 20, 12)]
        self.line(points, colour, width)

    def jpeg(self) -> bytes:
        out = BytesIO()
        small = self.image.resize(SIZE, Image.Resampling.LANCZOS)
        small.save(out, "JPEG", quality=86, optimize=True)
        return out.getvalue()
