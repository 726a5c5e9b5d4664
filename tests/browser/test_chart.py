"""The names below the bars of a chart can be read, however many and however long they are."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

JS = Path(__file__).resolve().parents[2] / "portal" / "static" / "portal"
BOXES = """names => [...document.querySelectorAll("svg text")]
    .filter((text) => names.includes(text.textContent))
    .map((text) => text.getBoundingClientRect().toJSON())"""


def boxes(browser: Browser, names: list[str]) -> list[dict[str, float]]:
    """Where the chart of a wide page writes each name."""
    series = {"name": "交办", "data": [3] * len(names), "tone": "main"}
    data = {"type": "bar", "categories": names, "series": [series]}
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    page.set_content(
        '<figure data-chart="c"><div class="chart-box" role="img" aria-label="图"'
        ' style="height: 208px"></div>'
        f'<script id="c" type="application/json">{json.dumps(data)}</script></figure>'
    )
    page.add_script_tag(path=next(JS.rglob("echarts*.js")))
    page.add_script_tag(path=JS / "js" / "chart.js", type="module")
    page.wait_for_selector("svg text")
    found = page.evaluate(BOXES, names)
    page.close()
    return found


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    return all(
        one[low] < other[high] and other[low] < one[high]
        for low, high in (("left", "right"), ("top", "bottom"))
    )


@pytest.mark.parametrize(
    ("names", "side_by_side"),
    [
        ([f"石桥镇社会事务{n}" for n in "一二三四五六"], True),
        ([f"石桥镇社会事务{n}" for n in "一二三四五六七八九十甲乙丙丁戊"], False),
        ([f"{month}月" for month in range(1, 13)], True),
    ],
)
def test_no_name_lies_on_another(browser, names, side_by_side):
    found = boxes(browser, names)
    assert len(found) == len(names)
    pairs = pairwise(found)
    assert not any(meet(one, other) for one, other in pairs)
    assert (len({round(box["top"]) for box in found}) == 1) is side_by_side
