"""The pictures of the demo's site, each drawn once."""

from io import BytesIO

from django.core.files.images import ImageFile
from wagtail.images.models import Image
from wagtail.log_actions import log

from congress.organisations.models import Organisation, User
from home.models import Section
from portal.demo.scenes import SCENES


class Album:
    """Pictures that all sections of the county may use, added by `owner`."""

    def __init__(self, county: Organisation, owner: User) -> None:
        self.owner = owner
        self.collection = Section.objects.get(organisation=county).collection
        self.drawn: dict[str, Image] = {}

    def picture(self, scene: str, title: str) -> Image:
        if scene not in self.drawn:
            file = ImageFile(BytesIO(SCENES[scene]().jpeg()), name=f"{scene}.jpg")
            image = Image(
                title=title, file=file, collection=self.collection, uploaded_by_user=self.owner
            )
            image.save()
            log(image, "wagtail.create", user=self.owner)
            self.drawn[scene] = image
        return self.drawn[scene]
