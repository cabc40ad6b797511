"""The running kiosk: everything is put together here, and only here does time really pass."""
