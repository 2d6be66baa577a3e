"""The last room: readings become words and files."""
