"""What any kiosk could use: tokens, type, motion, touch, pictures, charts.

Rule: nothing here knows of exhibits, panels or visits; colours and sizes come from `theme` alone.
"""
