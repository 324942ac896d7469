"""What has to hold across files. One small function a rule: `Catalogue` in, findings out.

A rule knows nothing of lines and columns; `load` adds them. To add one, write it and list it in RULES, or in
RULES_FOR_EACH where it is about one technology: what that finds is remembered as long as the technology stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType

from backend_atlas.memory import Memory, Wanted
from backend_atlas.model import Catalogue, Group, Technology
from backend_atlas.model.walk import leaves
from backend_atlas.rules import (
    agreement,
    balance,
    cells,
    changes,
    copies,
    dates,
    demonstrations,
    facts,
    guide,
    identity,
    lab,
    packages,
    runtime,
    texts,
    vocabulary,
)
from backend_atlas.rules.finding import AGREEMENT, Finding, in_changes, in_technology

RULES_FOR_EACH = (
    identity.file_name_is_the_id,
    vocabulary.cells_answer_the_vocabulary,
    vocabulary.claims_name_known_features,
    cells.levels_carry_what_they_need,
    cells.not_applicable_has_a_rule,
    cells.packages_are_alive,
    facts.kind_follows_its_definition,
    facts.releases_are_in_order,
    balance.strengths_and_limits_are_equal,
)
"""Rules about one technology. They are given a catalogue of the vocabulary and that technology, without all others."""

RULES = (
    identity.names_are_used_once,
    vocabulary.ids_are_used_once,
    vocabulary.related_features_are_linked_once,
    packages.packages_are_in_their_registries,
    runtime.runtimes_are_runtimes,
    runtime.nothing_is_better_than_its_runtime,
    balance.technologies_get_equal_room,
    guide.questions_have_answers,
    guide.choices_are_in_alphabetical_order,
    guide.choices_name_known_criteria,
    guide.every_level_and_swing_has_a_value,
    guide.scenarios_and_witnesses_name_technologies,
    guide.scenarios_cover_every_kind,
    agreement.cells_exist_and_stand_once,
    agreement.differences_are_decided,
    agreement.audits_are_whole,
    changes.changes_stand_in_the_file_of_their_month,
    changes.changes_are_told_once,
    changes.changes_name_what_exists,
    changes.levels_that_changed_are_told_whole,
    changes.the_newest_change_of_a_cell_is_its_level,
)

LAB_RULES = (
    lab.tasks_are_told_once,
    lab.samples_have_every_task,
    lab.tasks_say_what_they_took,
    lab.snippets_can_be_cut,
    lab.nothing_changed_since_it_was_tested,
    lab.nothing_changed_since_defaults_were_observed,
    lab.the_release_of_the_facts_was_tested,
    lab.outcomes_are_those_of_the_manifest,
    demonstrations.cells_name_what_shows_them,
    demonstrations.what_is_shown_is_named,
    demonstrations.reasons_are_about_the_task,
    demonstrations.samples_and_cells_agree,
)


def check(catalogue: Catalogue, today: date, memory: Memory) -> Iterator[Finding]:
    """Everything that breaks a rule. `memory` spares looking at the same technology again."""
    looked = memory.several([_wanted(stem, item, catalogue, today) for stem, item in catalogue.technologies.items()])
    for one in looked:
        yield from one.findings
    yield from texts.no_argument_is_carried_over(text for one in looked for text in one.arguments)
    yield from copies.no_technology_repeats_another(catalogue, memory)
    for rule in RULES:
        yield from rule(catalogue)
    if catalogue.agreement:
        yield from dates.not_in_the_future(AGREEMENT, leaves(catalogue.agreement), today)
    for month, changed in catalogue.changes.items():
        yield from dates.not_in_the_future(in_changes(month), leaves(changed), today)


@dataclass(frozen=True)
class _Look:
    """What one look at a technology finds, and what is compared with others."""

    findings: tuple[Finding, ...]
    arguments: tuple[texts.Text, ...]


def _wanted(stem: str, technology: Technology, catalogue: Catalogue, today: date) -> Wanted[_Look]:
    inputs = technology, catalogue.groups, today
    return Wanted(("rules", stem), inputs, partial(_look, stem, *inputs))


def _look(stem: str, technology: Technology, groups: tuple[Group, ...], today: date) -> _Look:
    """Everything that asks for single values shares one walk through them."""
    file, values = in_technology(stem), tuple(leaves(technology, texts.PROSE | dates.PAST))
    said = texts.prose(values)
    compared = texts.texts(stem, said)
    alone = Catalogue(groups, MappingProxyType({stem: technology}))
    findings = [finding for rule in RULES_FOR_EACH for finding in rule(alone)]
    findings += texts.no_text_stands_twice(compared)
    findings += texts.no_unproven_adjectives(file, said)
    findings += dates.not_in_the_future(file, values, today)
    return _Look(tuple(findings), tuple(filter(texts.is_argument, compared)))


def check_lab(catalogue: Catalogue) -> Iterator[Finding]:
    """Everything in the lab that breaks a rule, or contradicts a cell. Asked when all of it could be read."""
    for rule in LAB_RULES:
        yield from rule(catalogue)


__all__ = ["Finding", "check", "check_lab"]
