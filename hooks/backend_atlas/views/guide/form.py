"""The form of the guide."""

from dataclasses import dataclass

from backend_atlas.model.guide import Choice, Question
from backend_atlas.model.vocabulary import ChoiceList, Strength
from backend_atlas.views.guide.deciding import Deciding


@dataclass(frozen=True)
class Wish:
    """A choice that can be wanted more or less."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True)
class WishGroup:
    """Wishes under one heading."""

    name: str
    wishes: tuple[Wish, ...]


@dataclass(frozen=True)
class QuestionView:
    """One question of the form."""

    question: Question
    choices: tuple[Choice, ...]
    groups: tuple[WishGroup, ...]
    strengths: tuple[Strength, ...]


def form_view(found: Deciding) -> tuple[QuestionView, ...]:
    """The form, question by question; what edits another question stands after it."""
    questions = list(found.guide.questions)
    for question in found.guide.questions:
        if question.edits:
            questions.remove(question)
            after = next(index for index, other in enumerate(questions) if other.id == question.edits)
            questions.insert(after + 1, question)
    return tuple(_question(found, question) for question in questions)


def _question(found: Deciding, question: Question) -> QuestionView:
    known = found.basis.question[question.id]
    helps = {choice.id: choice.help or "" for choice in question.choices}
    wishes = {choice.id: Wish(choice.id, choice.label, helps.get(choice.id, "")) for choice in known.choices}
    groups: tuple[WishGroup, ...] = ()
    if question.choices_from is ChoiceList.FEATURES:
        named = [
            WishGroup(group.name, tuple(wishes.pop(feature.id) for feature in group.features))
            for group in found.catalogue.groups
        ]
        groups = (*named, WishGroup("Everything else", tuple(wishes.values())))
    elif question.strengths:
        groups = (WishGroup("", tuple(wishes.values())),)
    choices = question.choices
    if question.choices_from is ChoiceList.TECHNOLOGIES:
        choices = tuple(Choice(id=choice.id, label=choice.label) for choice in known.choices)
    return QuestionView(question, choices, groups, tuple(reversed(question.strengths)))
