"""The secret part of a personal link."""

import secrets

# No sign that can be taken for another when a link is read out or copied from paper.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 22  # 31 signs to the 22nd: 108 bits


def new_token() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
