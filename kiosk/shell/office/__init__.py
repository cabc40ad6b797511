"""What staff see and do at the screen, behind a held corner and a PIN; `room` puts it together."""
