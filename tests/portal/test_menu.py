"""The menu of the workspace, which stands in the side, in the bar of a phone and under "More"."""

from congress.organisations.roles import CHAIR

ICON = '<use href="/static/portal/img/icons.svg#newspaper"/></svg>'


def test_its_icons_are_markup(world, client_as):
    text = client_as(CHAIR).get("/work/").content.decode()
    assert (text.count(ICON) >= 3, "&lt;svg" in text) == (True, False)
