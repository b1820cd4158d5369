"""What can go wrong in the evals.

EvalError
├── QuestionSetError   a question set cannot be read
├── RunError           a run folder or a file of answers cannot be read, or two cannot be compared
└── JudgeError         the judging model cannot be reached, or is not set up
"""

from assistant.errors import AssistantError


class EvalError(AssistantError):
    """Base of the errors of the evals: one line in English, for those who develop."""

    def __init__(self, message: str) -> None:
        super().__init__("told", told=message)


class QuestionSetError(EvalError):
    """A question set cannot be read."""


class RunError(EvalError):
    """A run cannot be read, or two runs cannot be compared."""


class JudgeError(EvalError):
    """The judging model cannot be reached, or is not set up."""
