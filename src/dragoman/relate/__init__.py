"""The fifth room: what an archive holds of two actors becomes the state of their relations."""
