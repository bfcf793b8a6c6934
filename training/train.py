"""Trains the joint model and saves the moving average of its weights; see README.md."""
import argparse
import collections
import json
import os
import random
import time

import torch
from torch.nn.functional import cross_entropy

import corpora
from model import TAGS, Joint, vocabulary
from words import CLS, SEP, WordPiece, shapes

MIX = {"ewt": 0.30, "polnear": 0.30, "press": 0.07, "own": 0.12, "read": 0.11, "uner": 0.10}  # share of steps
LOSS_WEIGHT = {"upos": 0.5, "xpos": 0.5, "entity": 2}
PIECES_A_STEP = 1300
WARM_UP = 100  # steps
SURE = 0.75  # probability from which a model's own name is taken instead of the teacher's
SECONDS_BETWEEN_CHECKPOINTS = 200
NO_LABEL = -100
TREE = ("arc", "deprel")  # what a sentence with heads can teach


def labels_of(documents):
    seen = lambda layer: sorted({t for d in documents for s in d for t in s[layer]})
    return {
        **{layer: seen(layer) for layer in ("upos", "xpos", "deprel")},
        "entity": corpora.ENTITY,
        "attribution": corpora.ATTRIBUTION,
        "event": corpora.EVENT,
    }


class Batcher:
    """Makes batches of one corpus, passes without end, blocks of like length together."""

    def __init__(self, documents, pieces, ids, rng):
        self.documents, self.pieces, self.ids, self.rng = documents, pieces, ids, rng
        self.queue, self.passes = [], 0

    def next(self):
        if not self.queue:
            self.queue, self.passes = self.batches(corpora.blocks(self.documents, self.rng)), self.passes + 1
        return self.tensors(self.queue.pop())

    def batches(self, blocks):
        """Blocks of like length together, in random order."""
        words = lambda block: sum(len(s["words"]) for s in block)
        ordered = sorted(blocks, key=lambda b: words(b) + self.rng.random() * 6)
        batches, batch = [], []
        for block in ordered:
            # blocks grow, so the last is the longest; a word has 1.25 pieces
            if batch and (words(block) * 1.25 + 2) * (len(batch) + 1) > PIECES_A_STEP:
                batches.append(batch)
                batch = []
            batch.append(block)
        batches.append(batch)
        self.rng.shuffle(batches)
        return batches

    def tensors(self, batch):
        """Inputs, mask of the pieces, and labels of a list of blocks."""
        columns = collections.defaultdict(list)
        labels, roles = {k: [] for k in ("head", "deprel", *TAGS)}, []
        for number_in_batch, block in enumerate(batch):
            pieces, classes, first, number = [CLS], [0], [0], [-1]
            row = {k: [NO_LABEL] for k in labels}
            for n, sentence in enumerate(block):
                offset = len(first)
                for word, shape in zip(sentence["words"], shapes(sentence["words"])):
                    own = self.pieces(word)
                    first.append(len(pieces))
                    number.append(n)
                    pieces += own
                    classes += [shape] * len(own)
                for trigger, role, at in sentence.get("roles", ()):
                    roles.append((number_in_batch, role, trigger + offset, [i + offset for i in at] or [0]))
                for layer, values in row.items():
                    if layer == "head" and "head" in sentence:
                        values += [h and h + offset - 1 for h in sentence["head"]]
                    elif layer in sentence:
                        values += [NO_LABEL if t is None else self.ids[layer][t] for t in sentence[layer]]
                    else:
                        values += [NO_LABEL] * len(sentence["words"])
            for name, values in zip(("pieces", "shapes", "first", "sentence"), (pieces + [SEP], classes + [0], first, number)):
                columns[name].append(torch.tensor(values))
            for layer, values in row.items():
                labels[layer].append(torch.tensor(values))
        pad = lambda rows, value: torch.nn.utils.rnn.pad_sequence(rows, True, value)
        mask = pad([torch.ones(len(r)) for r in columns["pieces"]], 0)
        inputs = {k: pad(v, -2 if k == "sentence" else 0) for k, v in columns.items()}
        return inputs, mask, {k: pad(v, NO_LABEL) for k, v in labels.items()} | {"roles": roles}


def losses(model, inputs, mask, gold):
    """The loss of each layer that the batch has labels for."""
    entropy = lambda scores, labels: cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=NO_LABEL)
    labelled = lambda layer: bool((gold[layer] >= 0).any())
    x = model.encode(inputs["pieces"], inputs["shapes"], inputs["first"], mask)
    found = {layer: entropy(model.tag(layer, x), gold[layer]) for layer in model.tags if labelled(layer)}
    if labelled("head"):
        arc, heads, dependents = model.arcs(x, inputs["sentence"])
        own = gold["head"].clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2])
        found["arc"] = entropy(arc, gold["head"])
        found["deprel"] = entropy(model.relations(dependents, torch.gather(heads, 1, own)), gold["deprel"])
    if gold["roles"]:
        likely = model.roles(x, inputs["sentence"]).log_softmax(-1)
        found["roles"] = -sum(torch.logsumexp(likely[b, r, t, at], 0) for b, r, t, at in gold["roles"]) / len(gold["roles"])
    return found


@torch.no_grad()
def revise_names(model, documents, labels, batcher):
    """Where a trained model reads the teacher's names otherwise: its own word if it is sure, else no evidence either way."""
    model.eval()
    revised = 0
    sentences = [s for d in documents for s in d if len(s["words"]) <= corpora.LONGEST_SENTENCE]
    for batch in batcher.batches([s] for s in sentences):
        inputs, mask, _ = batcher.tensors(batch)
        scores = model.tag("entity", model.encode(inputs["pieces"], inputs["shapes"], inputs["first"], mask)).softmax(-1)
        for (sentence,), row in zip(batch, scores[:, 1:]):
            sure, best = row.max(-1)
            for i, tag in enumerate(sentence["entity"]):
                own = labels["entity"][best[i]]
                if tag not in (own, None):
                    sentence["entity"][i] = own if sure[i] > SURE else None
                    revised += 1
    print(f"{revised} tags of names revised", flush=True)


def save(state, path):
    torch.save(state, path + ".part")
    os.replace(path + ".part", path)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("evaluation", help="the evaluation kit's folder")
    options.add_argument("encoder", help="the jar with MiniLM's weights")
    options.add_argument("names", help="the teacher's names")
    options.add_argument("out", help="where to save: OUT.pt and OUT.labels.json")
    options.add_argument("--steps", type=int, default=3600)
    options.add_argument("--minutes", type=float, default=600, help="ends (and slows learning down) earlier than by steps")
    options.add_argument("--start", help="go on from this checkpoint (a .pt file)")
    options.add_argument("--done", type=float, default=0, help="share of the learning schedule that the checkpoint has behind it")
    options.add_argument("--revise", action="store_true", help="let the checkpoint revise the teacher's names first")
    options.add_argument("--layers", nargs="+", help="learn these alone, from the corpora that have them; all if not given")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()

    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    rng = random.Random(given.seed)
    documents = corpora.load(given.evaluation)
    corpora.add_teacher_names(documents, given.names)
    labels = labels_of(documents["ewt"])
    with open(given.out + ".labels.json", "w") as file:
        json.dump(labels, file)
    ids = {layer: {label: i for i, label in enumerate(names)} for layer, names in labels.items()}
    pieces = WordPiece(vocabulary(given.encoder))
    wanted = lambda layer: not given.layers or layer in given.layers
    mix = {k: share for k, share in MIX.items() if any(wanted(layer) for s in documents[k][0] for layer in (*s, *(TREE if "head" in s else ())))}
    batchers = {k: Batcher(documents[k], pieces, ids, rng) for k in mix}

    model = Joint(given.encoder, {layer: len(names) for layer, names in labels.items()})
    if given.start:
        model.load_state_dict(torch.load(given.start), strict=False)  # it may lack a layer's head
    if given.revise:
        for name in ("polnear", "press"):
            revise_names(model, documents[name], labels, batchers[name])
    slow = model.encoder_parameters()
    known = {id(p) for p in slow}
    fast = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    optimiser = torch.optim.AdamW(
        [dict(params=slow, lr=2e-4), dict(params=fast, lr=2e-3)], betas=(0.9, 0.98), weight_decay=0.01
    )
    rates = [group["lr"] for group in optimiser.param_groups]
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    started = saved = time.time()
    step, shown = 0, {}
    model.train()
    behind = lambda: max(step / given.steps, (time.time() - started) / (60 * given.minutes))
    while (done := given.done + (1 - given.done) * behind()) < 1:
        name = rng.choices(list(mix), list(mix.values()))[0]
        found = {k: loss for k, loss in losses(model, *batchers[name].next()).items() if wanted(k)}
        if not found:
            continue  # a batch of sentences without these layers
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * min(1, (step + 1) / WARM_UP) * max(0.01, 1 - done)
        optimiser.zero_grad()
        sum(LOSS_WEIGHT.get(layer, 1) * loss for layer, loss in found.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        for layer, loss in found.items():
            shown[layer] = 0.97 * shown.get(layer, loss.item()) + 0.03 * loss.item()
        if step % 5 == 0:  # the average forgets its beginnings
            keep = min(0.995, (step + 1) / (step + 50))
            with torch.no_grad():
                for key, value in model.state_dict().items():
                    if key != "word":
                        average[key].mul_(keep).add_(value, alpha=1 - keep)
        if step % 50 == 0:
            passes = {k: b.passes for k, b in batchers.items()}
            print(f"{done:.1%} {time.time() - started:.0f} s step {step} passes {passes}", *(f"{k} {v:.3f}" for k, v in shown.items()), flush=True)
        if time.time() - saved > SECONDS_BETWEEN_CHECKPOINTS:
            save(average, given.out + ".pt")
            saved = time.time()
    save(average, given.out + ".pt")


if __name__ == "__main__":
    main()
