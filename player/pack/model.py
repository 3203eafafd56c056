"""The manners every part of a pack shares: frozen, and deaf to fields it does not know."""

from pydantic import BaseModel, ConfigDict


class PackModel(BaseModel):
    """A frozen value; unknown fields are ignored so that old players play newer packs."""

    model_config = ConfigDict(
        frozen=True, extra="ignore", str_strip_whitespace=True, allow_inf_nan=False
    )
