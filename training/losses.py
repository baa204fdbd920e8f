"""What a network loses on a batch, by what is learned."""

import random

from torch import Tensor
from torch.nn import functional

from training.coreference import coreference_loss
from training.crf import negative_log_likelihood
from training.distillation import Teacher
from training.links import link_losses
from training.meaning import meaning_loss
from training.network import Network
from training.recipe import ATTRIBUTION, COREFERENCE, PLAIN, Recipe
from training.windows import Batch


def losses_of(
    network: Network, batch: Batch, recipe: Recipe, rng: random.Random, teacher: Teacher | None
) -> dict[str, Tensor]:
    """The weighted losses of a batch, by name."""
    device = network.tag.weight.device
    inputs = (batch.pieces, batch.shapes, batch.places, batch.real)
    states = network.states(*(each.to(device) for each in inputs))
    found: dict[str, Tensor] = {}
    if teacher:
        apart = teacher.losses(network, batch, states)
        found["states"] = recipe.states_weight * apart["states"]
        found["scores"] = recipe.scores_weight * apart["scores"]
    if batch.task == PLAIN:
        return found
    if batch.task == COREFERENCE:
        loss = coreference_loss(network, batch, network.anaphor(states), network.antecedent(states))
        return {"coreference": recipe.coreference_weight * loss, **found}
    if recipe.meaning_weight:
        found["meanings"] = recipe.meaning_weight * meaning_loss(network, batch, states)
    return {**_marks_losses(network, batch, recipe, rng, states), **found}


def _marks_losses(
    network: Network, batch: Batch, recipe: Recipe, rng: random.Random, states: Tensor
) -> dict[str, Tensor]:
    """Losses of tags with links, or of names."""
    at, gold, crossing, words = (
        each.to(states.device) for each in (batch.at, batch.gold, batch.crossing, batch.words)
    )
    attribution = batch.task == ATTRIBUTION
    head, steps = (
        (network.tag, network.tag_steps()) if attribution else (network.name, network.name_steps())
    )
    scores = head(states.gather(1, at[..., None].expand(-1, -1, states.shape[-1])))
    chain = negative_log_likelihood(scores, gold, crossing, words, steps) / words.sum()
    single = functional.cross_entropy(scores[words], gold[words], label_smoothing=recipe.smoothing)
    loss = chain + recipe.word_weight * single
    if not attribution:
        return {"names": recipe.name_weight * loss}
    projections = network.dependant(states), network.cue(states)
    source, content = link_losses(network, batch, scores, projections, recipe, rng)
    return {
        "tags": loss,
        "sources": recipe.link_weight * source,
        "contents": recipe.link_weight * content,
    }
