"""What every record is made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Checksum = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
PartOfDate = Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]


class Shape(BaseModel):
    """A record: no unknown key, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Shape):
    """The same words in both languages of the guide."""

    zh: Words
    """The words in Chinese."""
    en: Words
    """The words in English, with British spelling."""

    def __getitem__(self, language: str) -> str:
        """Return the words in ``language`` (``zh`` or ``en``)."""
        return {"zh": self.zh, "en": self.en}[language]
