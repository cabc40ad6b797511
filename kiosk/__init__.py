"""A kiosk for one exhibit: panels of themes, statistics and captioned photographs, by touch."""

__version__ = "0.3.0"
