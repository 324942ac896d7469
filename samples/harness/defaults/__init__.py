"""What the official quick starts do by default: each is started as its page says, asked, and its answers are recorded.

`asking` sends raw requests; `probes`, and the modules it names, ask and say what the answer means; `recording` makes
the record, and `command` writes it.
"""
