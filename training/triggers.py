"""Finds the head word of each trigger in press.train, which gives triggers as text; see README.md.

First run: writes the words as CoNLL-U, for `dragoman predict syntax`. Second run, with its answer: writes the heads."""
import argparse
import pathlib

import corpora
from words import sentences_of, words_of


def spans_of(text):
    return [span for sentence in sentences_of(text, words_of(text)) for span in sentence]


def head_word(spans, heads, start, end):
    """The first word of text[start:end] that hangs on a word outside."""
    inside = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
    return next(i for i in inside if heads[i] - 1 not in inside)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("evaluation", help="the evaluation kit's folder", type=pathlib.Path)
    options.add_argument("words", help="CoNLL-U file of the words: written, unless the next is given")
    options.add_argument("parsed", nargs="?", help="the same, parsed")
    options.add_argument("out", nargs="?", help="a row for each trigger: sentence, head word (from 0), type")
    given = options.parse_args()
    records = [r for r in corpora.json_lines(given.evaluation / "events/press.train.jsonl") if r["text"].strip()]
    if not given.parsed:
        with open(given.words, "w", encoding="utf-8") as out:
            for record in records:
                out.write(f"# newdoc id = {record['id']}\n")
                for i, (a, b) in enumerate(spans_of(record["text"]), 1):
                    out.write(f"{i}\t{record['text'][a:b]}" + "\t_" * 8 + "\n")
                out.write("\n")
        return
    with open(given.out, "w", encoding="utf-8") as out:
        out.write("# sentence\thead word of the trigger, from 0\ttype; from press.train, heads by model 1's trees\n")
        for record, (sentence,) in zip(records, corpora.conllu(given.parsed), strict=True):
            spans = spans_of(record["text"])
            assert [record["text"][a:b] for a, b in spans] == sentence["words"], record["id"]
            for event in record["events"]:
                start = record["text"].index(event["trigger"])
                word = head_word(spans, sentence["head"], start, start + len(event["trigger"]))
                out.write(f"{record['id']}\t{word}\t{event['plover'].split('|')[0]}\n")


if __name__ == "__main__":
    main()
