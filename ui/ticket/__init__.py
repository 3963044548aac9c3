"""The panel of one ticket: conversation, deadline, history."""
