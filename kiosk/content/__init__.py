"""What staff wrote: text to located tree to frozen exhibit, or every problem with its place.

Rule: nothing here knows a screen, and `load` never raises for anything a file may hold.
"""
