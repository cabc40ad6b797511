"""Where the visitor is, and what happens next: pure values, no screen, time as a number.

Rule: `step` is the only way from one state to the next; it never fails and never waits.
"""
