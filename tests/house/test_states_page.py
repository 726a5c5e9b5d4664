"""docs/states.md says what the code does."""

from portal.management.commands.write_states import PAGE, states_page


def test_the_page_of_states_is_up_to_date():
    assert PAGE.read_text("utf-8") == states_page()
