"""The kinds of panel: what staff may write of each, and how it looks.

Rule: one file a kind, its spec and its view side by side; kinds never import each other.
"""
