"""Dialogs of the frame: welcome, shortcuts, details of a failure."""
