"""The commands of `kiosk`, one a module: `add` tells its arguments, `act` does it.

A command imports what it needs when it runs: `kiosk --version` need not wait for Qt.
"""
