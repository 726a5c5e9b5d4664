"""The ground: people, organisations, posts, mandates and the series of reference numbers."""

from congress.organisations.models.appointments import Appointment
from congress.organisations.models.deputies import Constituency, Deputy, DeputyGroup, Term
from congress.organisations.models.organisations import Organisation
from congress.organisations.models.series import NumberSeries
from congress.organisations.models.sessions import CongressSession
from congress.organisations.models.users import ContactPhone, User

__all__ = [
    "Appointment",
    "CongressSession",
    "Constituency",
    "ContactPhone",
    "Deputy",
    "DeputyGroup",
    "NumberSeries",
    "Organisation",
    "Term",
    "User",
]
