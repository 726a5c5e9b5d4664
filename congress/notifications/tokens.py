"""The secret part of a personal link."""

import os

# No sign that can be taken for another when a link is read out or copied from paper.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 22  # 31 signs to the 22nd: 108 bits
# A byte stands for the sign at its place, eight bytes for each sign; the rest is thrown away, since
# the first signs would come more often.
FAIR = 256 - 256 % len(SIGNS)
SIGN_OF = bytes(ord(SIGNS[byte % len(SIGNS)]) for byte in range(256))
UNFAIR = bytes(range(FAIR, 256))


def new_tokens(number: int) -> list[str]:
    """So many at once, since thousands are wanted of a notice to a county."""
    wanted = number * LENGTH
    drawn = b""
    while len(drawn) < wanted:
        drawn += os.urandom(wanted).translate(SIGN_OF, UNFAIR)
    signs = drawn.decode("ascii")
    return [signs[start : start + LENGTH] for start in range(0, wanted, LENGTH)]
