"""Averages the weights of checkpoints that went on from each other: average.py OUT CHECKPOINT=SHARE... [--doubt TYPE=LOGITS]"""
import argparse
import json

import torch


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", help="where to save: OUT.pt and OUT.labels.json")
    options.add_argument("parts", nargs="+", help="CHECKPOINT=SHARE, the path without .pt; shares sum to one")
    options.add_argument("--doubt", help="a type of names to believe in less, and by how much: ORG=1.4")
    given = options.parse_args()
    parts = [(path, float(share)) for path, share in (p.rsplit("=", 1) for p in given.parts)]
    if abs(sum(share for _, share in parts) - 1) > 1e-3:
        raise SystemExit("the shares must sum to one")
    states = [(torch.load(path + ".pt"), share) for path, share in parts]
    state = {k: sum(s[k] * share for s, share in states) if v.is_floating_point() else v for k, v in states[0][0].items()}
    with open(parts[0][0] + ".labels.json") as file:
        labels = json.load(file)
    if given.doubt:
        kind, logits = given.doubt.split("=")
        for i, label in enumerate(labels["entity"]):
            if label[2:] == kind:
                state["tags.entity.bias"][i] -= float(logits)
    torch.save(state, given.out + ".pt")
    with open(given.out + ".labels.json", "w") as file:
        json.dump(labels, file)


if __name__ == "__main__":
    main()
