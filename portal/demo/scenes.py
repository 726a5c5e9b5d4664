"""The scenes that the demo's news show."""

from collections.abc import Callable

from portal.demo.drawing import (
    AMBER,
    BLUE,
    DARK_RED,
    GOLD,
    GREEN,
    GROUND,
    INK,
    PAPER,
    RED,
    Canvas,
    mix,
)

SKY = mix(BLUE, PAPER, 0.13)
EVENING = mix(GOLD, PAPER, 0.28)


def country(seed: str, sky: tuple[int, int, int]) -> Canvas:
    """Sky and two rows of far hills."""
    canvas = Canvas(seed, sky)
    canvas.ridge(390, 52, mix(GREEN, mix_name(sky), 0.28))
    canvas.ridge(450, 40, mix(GREEN, mix_name(sky), 0.46))
    return canvas


def mix_name(colour: tuple[int, int, int]) -> str:
    red, green, blue = colour
    return f"#{red:02x}{green:02x}{blue:02x}"


def fields() -> Canvas:
    canvas = country("fields", EVENING)
    canvas.sun(930, 190)
    for step in range(7):
        top = 480 + step * 48
        share = 0.42 + 0.07 * step
        canvas.ridge(top, 16, mix(GREEN if step % 2 else GOLD, PAPER, share))
    canvas.house(120, 500, 150)
    canvas.house(300, 520, 120, GROUND)
    for x, foot, tall in ((70, 510, 130), (455, 525, 110), (980, 560, 170), (1090, 575, 130)):
        canvas.tree(x, foot, tall)
    return canvas


def bridge() -> Canvas:
    canvas = country("bridge", SKY)
    canvas.sun(250, 160)
    canvas.ridge(545, 14, mix(GREEN, PAPER, 0.7))
    canvas.box(0, 560, 1200, 240, mix(BLUE, PAPER, 0.34))
    stone = mix(INK, PAPER, 0.34)
    canvas.box(0, 500, 1200, 46, stone)
    canvas.box(0, 490, 1200, 12, mix(INK, PAPER, 0.5))
    for x in range(0, 1200, 60):
        canvas.box(x, 446, 9, 46, mix(INK, PAPER, 0.5))
    canvas.box(0, 442, 1200, 10, mix(INK, PAPER, 0.5))
    for middle in (250, 600, 950):
        canvas.box(middle - 175, 540, 350, 90, stone)
        canvas.disc(middle, 650, 270, 220, mix(BLUE, PAPER, 0.34))
    for y in (668, 706, 748):
        canvas.wave(y, mix(BLUE, PAPER, 0.2))
    return canvas


def water() -> Canvas:
    canvas = country("water", SKY)
    canvas.ridge(560, 20, mix(GREEN, PAPER, 0.55))
    canvas.house(820, 600, 190)
    canvas.tree(1080, 610, 190)
    canvas.box(0, 640, 1200, 160, mix(AMBER, PAPER, 0.24))
    metal, edge = mix(INK, PAPER, 0.45), mix(INK, PAPER, 0.62)
    canvas.box(300, 300, 56, 400, metal)
    canvas.soft_box(280, 262, 330, 62, metal, 30)
    canvas.soft_box(556, 290, 60, 110, metal, 14)
    canvas.box(436, 206, 22, 62, edge)
    canvas.soft_box(372, 186, 150, 30, RED, 15)
    blue = mix(BLUE, PAPER, 0.55)
    canvas.box(574, 400, 24, 190, blue)
    canvas.area([(470, 590), (710, 590), (680, 730), (500, 730)], mix(RED, PAPER, 0.82))
    canvas.disc(590, 592, 240, 46, blue)
    canvas.disc(590, 592, 130, 24, mix(BLUE, PAPER, 0.35))
    return canvas


def road() -> Canvas:
    canvas = country("road", SKY)
    canvas.sun(330, 180)
    canvas.ridge(540, 26, mix(GREEN, PAPER, 0.62))
    grey, white = mix(INK, PAPER, 0.5), mix(INK, PAPER, 0.04)
    canvas.area([(330, 800), (870, 800), (700, 620), (790, 545), (735, 530), (600, 620)], grey)
    canvas.area([(735, 530), (790, 545), (690, 470), (668, 470)], grey)
    for low, high in ((795, 745), (720, 680), (660, 632)):
        left, narrow = 600 + (800 - low) * 0.28, (low - 560) / 26
        canvas.area(
            [(left, low), (left + narrow, low), (left + narrow + 12, high), (left + 12, high)],
            white,
        )
    for x, foot, tall in ((925, 780, 84), (866, 706, 66), (816, 648, 52), (776, 604, 40)):
        canvas.box(x, foot - tall, tall * 0.15, tall, PAPER)
        canvas.box(x, foot - tall * 0.9, tall * 0.15, tall * 0.3, RED)
    for x, foot, tall in ((120, 690, 240), (250, 620, 160), (1060, 640, 190), (1150, 720, 230)):
        canvas.tree(x, foot, tall)
    return canvas


def meeting() -> Canvas:
    canvas = Canvas("meeting", GROUND)
    canvas.box(0, 0, 1200, 520, mix(GOLD, PAPER, 0.16))
    for x in (70, 330, 710, 970):
        canvas.box(x, 90, 160, 240, PAPER)
        canvas.box(x + 10, 100, 140, 220, mix(BLUE, PAPER, 0.18))
        canvas.box(x + 76, 100, 8, 220, PAPER)
    canvas.disc(600, 160, 130, 130, mix(INK, PAPER, 0.6))
    canvas.disc(600, 160, 112, 112, PAPER)
    canvas.line([(600, 160), (600, 118)], INK, 6)
    canvas.line([(600, 160), (630, 176)], INK, 6)
    canvas.box(0, 520, 1200, 280, mix(AMBER, PAPER, 0.3))
    coats = (BLUE, INK, GREEN, DARK_RED, AMBER)
    for seat, x in enumerate(range(130, 1150, 157)):
        coat = mix(coats[seat % 5], PAPER, 0.62)
        canvas.disc(x, 472, 128, 190, coat)
        canvas.disc(x, 352, 74, 84, mix(AMBER, PAPER, 0.34))
        canvas.disc(x, 330, 78, 56, mix(INK, PAPER, 0.82))
    canvas.area([(40, 520), (1160, 520), (1200, 640), (0, 640)], mix(AMBER, INK, 0.72))
    canvas.box(0, 640, 1200, 110, mix(AMBER, INK, 0.55))
    for x in range(110, 1150, 157):
        canvas.area([(x - 30, 560), (x + 40, 560), (x + 46, 598), (x - 34, 598)], PAPER)
        canvas.soft_box(x + 56, 548, 24, 40, mix(BLUE, PAPER, 0.3), 6)
    return canvas


def station() -> Canvas:
    canvas = country("station", SKY)
    canvas.sun(1010, 150)
    canvas.box(0, 620, 1200, 180, mix(GOLD, PAPER, 0.38))
    canvas.house(340, 660, 520)
    canvas.soft_box(470, 408, 260, 46, RED, 8)
    for x in (490, 540, 590, 640, 690):
        canvas.box(x, 424, 22, 14, mix(GOLD, PAPER, 0.7))
    for x, coat in ((210, BLUE), (285, GREEN), (930, DARK_RED), (1010, AMBER)):
        canvas.disc(x, 668, 62, 130, mix(coat, PAPER, 0.7))
        canvas.disc(x, 586, 44, 50, mix(AMBER, PAPER, 0.36))
        canvas.disc(x, 572, 46, 32, mix(INK, PAPER, 0.8))
    canvas.tree(110, 660, 250)
    canvas.tree(1110, 660, 280)
    return canvas


def forest() -> Canvas:
    canvas = country("forest", EVENING)
    canvas.sun(820, 200)
    for row, foot in enumerate((520, 600, 690, 790)):
        for place in range(0, 1300, 92 + row * 12):
            x = place + canvas.chance.uniform(-24, 24)
            tall = 120 + row * 42 + canvas.chance.uniform(-16, 26)
            shade = mix(GREEN, PAPER, 0.5 + row * 0.13)
            canvas.area([(x - tall * 0.32, foot), (x, foot - tall), (x + tall * 0.32, foot)], shade)
    return canvas


def dike() -> Canvas:
    canvas = country("dike", mix(INK, PAPER, 0.14))
    canvas.area([(0, 560), (1200, 500), (1200, 800), (0, 800)], mix(GREEN, PAPER, 0.66))
    canvas.area([(0, 548), (1200, 488), (1200, 512), (0, 574)], mix(AMBER, PAPER, 0.34))
    canvas.area([(0, 690), (1200, 600), (1200, 800), (0, 800)], mix(BLUE, PAPER, 0.4))
    for y in (722, 756, 788):
        canvas.wave(y, mix(BLUE, PAPER, 0.26))
    for x, coat in ((380, RED), (470, BLUE), (560, GOLD), (690, RED)):
        foot = 560 - x * 0.05
        canvas.disc(x, foot - 56, 54, 112, mix(coat, PAPER, 0.8))
        canvas.disc(x, foot - 126, 38, 42, mix(AMBER, PAPER, 0.36))
        canvas.disc(x, foot - 142, 52, 28, mix(GOLD, PAPER, 0.8))
    return canvas


def lunch() -> Canvas:
    canvas = Canvas("lunch", mix(GOLD, PAPER, 0.2))
    canvas.box(0, 300, 1200, 500, mix(AMBER, PAPER, 0.32))
    for left, top in ((110, 360), (630, 360)):
        canvas.soft_box(left, top, 460, 340, mix(INK, PAPER, 0.2), 30)
        canvas.soft_box(left + 14, top + 14, 432, 312, mix(INK, PAPER, 0.08), 24)
        canvas.disc(left + 130, top + 120, 180, 160, PAPER)
        canvas.disc(left + 130, top + 112, 150, 116, mix(GOLD, PAPER, 0.2))
        canvas.soft_box(left + 250, top + 44, 170, 120, mix(GREEN, PAPER, 0.72), 16)
        canvas.soft_box(left + 250, top + 184, 170, 110, mix(RED, PAPER, 0.62), 16)
        canvas.soft_box(left + 40, top + 226, 190, 68, mix(AMBER, PAPER, 0.6), 16)
    canvas.box(300, 40, 600, 220, PAPER)
    canvas.box(314, 54, 572, 192, mix(BLUE, PAPER, 0.16))
    canvas.box(594, 54, 12, 192, PAPER)
    for x in (400, 500, 720, 820):
        canvas.disc(x, 214, 120, 64, mix(GREEN, PAPER, 0.5))
    canvas.box(300, 246, 600, 54, mix(GOLD, PAPER, 0.2))
    canvas.box(280, 246, 640, 18, mix(AMBER, PAPER, 0.5))
    return canvas


SCENES: dict[str, Callable[[], Canvas]] = {
    scene.__name__: scene
    for scene in (fields, bridge, water, road, meeting, station, forest, dike, lunch)
}
