"""Notes."""


class Note:
    title = "text"
