"""The catalogue: complete, in step with the code, ids that a translator can understand."""

from portal.catalogue import book


def test_every_message_is_translated_with_its_placeholders():
    assert list(book.faults(book.read())) == []


def test_the_catalogue_is_in_step_with_the_code():
    assert list(book.drift(book.read(), book.ids_in_use())) == []


def test_short_ids_carry_a_context():
    foreign = {(message.text, message.context) for message in book.extra_ids()}
    short = {
        message.text
        for message in book.ids_in_use()
        if len(message.text.split()) < 3
        and not message.context
        and (message.text, "") not in foreign
    }
    assert short == set()
