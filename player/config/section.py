"""What every part of a configuration is: strict, frozen, and without keys nobody knows."""

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A part of the file; a key nobody knows is a mistake to be told, not to be ignored.

    Validators raise bare error types: their words are in the message catalogues.
    """

    # Strict: `volume_percent = true` is a mistake, not 1.
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, str_strip_whitespace=True, allow_inf_nan=False
    )
