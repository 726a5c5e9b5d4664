"""Who of the possible reviewers takes a step: pure."""

from dataclasses import dataclass
from enum import StrEnum


class Same(StrEnum):
    """Why a step was taken by somebody who should not: there was nobody else."""

    NO = ""
    WRITER = "writer"
    REVIEWER = "reviewer"


@dataclass(frozen=True)
class Desk:
    """A step that waits, by users' ids: who may take such a step, who wrote the text, who has
    approved one of its other steps."""

    reviewers: frozenset[int]
    writers: frozenset[int]
    takers: frozenset[int]

    @property
    def free(self) -> frozenset[int]:
        return self.reviewers - self.writers - self.takers

    def may_take(self, user_id: int | None) -> bool:
        """The writer takes no step, nor one person two, unless there is nobody else."""
        return user_id in (self.free or self.reviewers)

    def same(self, user_id: int | None) -> Same:
        if user_id in self.takers:
            return Same.REVIEWER
        return Same.WRITER if user_id in self.writers else Same.NO
