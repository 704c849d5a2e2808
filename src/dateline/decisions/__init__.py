"""What reviewers decided about coded acts, and what holds after it."""
