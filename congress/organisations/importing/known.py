"""The people whom a county knows already."""

from django.db.models import Q

from congress.organisations.importing.people import People
from congress.organisations.importing.persons import Person, key_of
from congress.organisations.models import ContactPhone, Deputy, Organisation, User
from congress.organisations.roster.phones import Phone


def people_of(county: Organisation) -> People:
    """Everybody with a post or a mandate, past or running, in the county; three queries."""
    organisations = Organisation.objects.in_county(county.pk).values("pk")
    linked = Q(mandates__congress__in=organisations) | Q(
        appointments__organisation__in=organisations
    )
    here = User.objects.filter(linked).order_by().values("pk")
    persons = {
        user.pk: Person(user, {user.phone: Phone(user.phone)} if user.phone else {})
        for user in User.objects.filter(pk__in=here).order_by("pk")
    }
    contacts = ContactPhone.objects.filter(user__in=here).order_by("pk")
    for contact in contacts:
        phone = Phone(contact.number, contact.complete)
        persons[contact.user_id].phones[key_of(contact.number)] = phone
    mandates = Deputy.objects.filter(congress__in=organisations).order_by("starts_on", "pk")
    for mandate in mandates.select_related("constituency", "term"):
        person = persons[mandate.user_id]
        person.mandates[mandate.congress_id, mandate.term.number] = mandate
        section = mandate.constituency
        place = (section.organisation_id, section.name) if section else (mandate.congress_id, "")
        person.places.add(place)
    people = People()
    for person in persons.values():
        people.add(person)
    return people
