"""The training sets as documents of sentences, and blocks cut from them.

A sentence is a dict: `words`, and for each layer its corpus annotates a list as long: `upos`, `xpos`, `head` (1-based,
0 the root), `deprel`, `entity`, `attribution`, `event` (the type an event's trigger has at its head word). None in a list
means: no evidence either way. `roles` lists the participants that are known: trigger's word, role (its place in ROLES), and the words
it may be found at (any of them is right; none: no word of the sentence names it).
"""
import bisect
import collections
import gzip
import json
import pathlib
import re

from words import sentences_of, words_of

ENTITY = ["O"] + [p + t for t in ("PER", "ORG", "LOC", "NORP") for p in ("B-", "I-")]
ATTRIBUTION = ["O"] + [p + t for t in ("S", "C", "T") for p in ("B-", "I-")]
HERE = pathlib.Path(__file__).parent
EVENT = ["O"] + (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
LONGEST_SENTENCE = 150  # words; longer ones are left out
ROLES = ("A", "R")  # actor, recipient
TEACHER_TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP"}


def _opened(path):
    path = pathlib.Path(path)
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def conllu(path):
    """Documents of a CoNLL-U file."""
    documents, rows, name = [], [], None
    for line in _opened(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc") or not documents:
            documents.append([])
        if line.startswith("# sent_id = "):
            name = line.split(" = ")[1]
        if line and line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            documents[-1].append(
                dict(
                    id=name,
                    words=[r[1] for r in rows],
                    lemma=[r[2] for r in rows],
                    upos=[r[3] for r in rows],
                    xpos=[r[4] for r in rows],
                    head=[int(r[6]) for r in rows],
                    deprel=[r[7] for r in rows],
                )
            )
            rows = []
    return [d for d in documents if d]


def iob(path):
    """Sentences of an IOB2 file (number, word, tag)."""
    sentences, words, tags = [], [], []
    for line in _opened(path):
        columns = line.rstrip("\n").split("\t")
        if len(columns) > 2 and not line.startswith("#"):
            words.append(columns[1])
            tags.append(columns[2] if columns[2][2:] in ("PER", "ORG", "LOC") else "O")
        elif not line.strip() and words:
            sentences.append(dict(words=words, entity=tags))
            words, tags = [], []
    return sentences


def json_lines(path):
    return [json.loads(line) for line in _opened(path)]


def attribution_tags(attributions, spans):
    """Flat tags of word spans. Where attributions nest, the larger content wins and the inner source and cue are left to it."""
    tags, starts = ["O"] * len(spans), [start for start, _ in spans]

    def put(pieces, letter):
        for start, end in pieces or []:
            inside = False
            for i in range(max(0, bisect.bisect_right(starts, start) - 1), len(spans)):
                if spans[i][0] >= end:
                    break
                if spans[i][1] > start:
                    if tags[i] == "O":
                        tags[i] = ("I-" if inside else "B-") + letter
                        inside = True
                    else:
                        inside = False

    size = lambda attribution: sum(end - start for start, end in attribution["content"] or [])
    ordered = sorted(attributions, key=size, reverse=True)
    for attribution in ordered:
        put(attribution["content"], "T")
    for attribution in ordered:
        put(attribution["source"], "S")
        put(attribution["cue"], "C")
    return tags


def polnear(path):
    """Paragraphs of PolNeAR's articles, with attribution tags."""
    paragraphs = []
    for record in json_lines(path):
        text = record["text"]
        sentences = sentences_of(text, words_of(text))
        tags = iter(attribution_tags(record["attributions"], [span for s in sentences for span in s]))
        last = 0
        for n, sentence in enumerate(sentences):
            if n == 0 or "\n" in text[last : sentence[0][0]]:
                paragraphs.append([])
            paragraphs[-1].append(
                dict(
                    id=f"{record['id']}:{sentence[0][0]}",
                    words=[text[a:b] for a, b in sentence],
                    attribution=[next(tags) for _ in sentence],
                )
            )
            last = sentence[-1][1]
    return paragraphs


def press(documents, quotes, events, triggers):
    """Documents of press.train, each line a sentence, with attribution tags, triggers (triggers.py's rows) and participants."""
    attributions = {r["id"]: r for r in json_lines(quotes)}
    participants = {r["id"]: [(e["sourceText"], e["targetText"]) for e in r["events"]] for r in json_lines(events)}
    rows = collections.defaultdict(list)
    for line in _opened(triggers):
        if line[0] != "#":
            sentence, word, event = line.rstrip("\n").split("\t")
            rows[sentence].append((int(word), event))
    found = []
    for record in json_lines(documents):
        found.append([])
        for n, text in enumerate(record["sentences"]):
            spans = words_of(text)
            if spans:
                sentence = dict(words=[text[a:b] for a, b in spans], roles=[])
                marked = rows[f"{record['id']}#{n}"]
                types = dict(marked)
                sentence["event"] = [types.get(i, "O") for i in range(len(spans))]
                for (word, _), named in zip(marked, participants.get(f"{record['id']}#{n}", ()), strict=True):
                    for role, phrase in enumerate(named):
                        start = text.find(phrase)
                        if start >= 0:
                            at = _inside(spans, start, start + len(phrase))
                            sentence["roles"].append((word, role, at))
                quoted = attributions.get(f"{record['id']}#{n}")
                if quoted and quoted["text"] == text:
                    sentence["attribution"] = attribution_tags(quoted["attributions"], spans)
                found[-1].append(sentence)
    return found


def _inside(spans, start, end):
    """The words that touch text[start:end]."""
    return [i for i, (a, b) in enumerate(spans) if a < end and b > start]


def _marks(line):
    """Text of a line without its marks, and the marks (label, start, end), which may nest."""
    text, open_marks, marks = "", [], []
    for part in re.split(r"(\{\S+ |\})", line):
        if part.startswith("{"):
            open_marks.append((part[1:-1], len(text)))
        elif part == "}":
            marks.append((*open_marks.pop(), len(text)))
        else:
            text += part
    if open_marks:
        raise SystemExit(f"a mark is never closed: {line}")
    return text, marks


def marked(path):
    """Sentences of a text file, one a line, each a document of its own; its head tells the notation."""
    documents = []
    for line in _opened(path):
        if line[0] == "#" or not line.strip():
            continue
        text, marks = _marks(line.rstrip("\n"))
        spans = words_of(text)
        sentence = dict(words=[text[a:b] for a, b in spans], event=["O"] * len(spans), entity=["O"] * len(spans))
        triggers, participants = {}, {}
        for label, start, end in marks:
            at = _inside(spans, start, end)
            kind, number = label.rstrip("0123456789"), label[len(label.rstrip("0123456789")) :]
            if kind in EVENT:
                sentence["event"][at[0]], triggers[number] = kind, at[0]
            elif "B-" + label in ENTITY:
                for i in at:
                    sentence["entity"][i] = ("B-" if i == at[0] else "I-") + label
            else:
                for role, number in re.findall(r"([AR])(\d*)", label):
                    participants[ROLES.index(role), number] = at
        sentence["roles"] = [
            (word, role, participants.get((role, n), [])) for n, word in triggers.items() for role in range(len(ROLES))
        ]
        documents.append([sentence])
    return documents


def _standing_off(path):
    """Rows of a file of annotations that stand apart from their text: sentence's id, then a field for each annotation."""
    for line in _opened(path):
        if line[0] != "#":
            name, *fields = line.rstrip("\n").split("\t")
            yield name, [f.split(" ") for f in fields]


def add_names(documents, path):
    """Gives every sentence the names that were marked by hand: fields of type, first word, last word."""
    marked = dict(_standing_off(path))
    for sentence in (s for d in documents for s in d):
        sentence["entity"] = ["O"] * len(sentence["words"])
        for kind, first, last in marked.get(sentence["id"], ()):
            for i in range(int(first), int(last) + 1):
                sentence["entity"][i] = ("B-" if i == int(first) else "I-") + kind


def add_events(documents, path):
    """Gives the sentences that were read for events their triggers and participants: fields of type, trigger's word, then first and last
    word of actor and recipient, both - where the sentence names none. Returns the documents read."""
    marked = dict(_standing_off(path))
    for sentence in (s for d in documents for s in d if s["id"] in marked):
        sentence["event"], sentence["roles"] = ["O"] * len(sentence["words"]), []
        for kind, word, *participants in marked[sentence["id"]]:
            sentence["event"][int(word)] = kind
            for role in range(len(ROLES)):
                first, last = participants[2 * role : 2 * role + 2]
                at = [] if first == "-" else list(range(int(first), int(last) + 1))
                sentence["roles"].append((int(word), role, at))
    return [d for d in documents if any("event" in s for s in d)]


def load(evaluation):
    """All training documents by corpus name; `evaluation` is the evaluation kit's folder."""
    kit = pathlib.Path(evaluation)
    ewt, polnear_train = conllu(kit / "syntax/ewt-train.conllu.gz"), polnear(kit / "quotes/polnear.train.jsonl")
    add_names(ewt, HERE / "ewt-names.tsv")
    return dict(
        ewt=ewt,
        polnear=polnear_train,
        read=add_events(ewt + polnear_train, HERE / "events.tsv"),
        press=press(
            kit / "events/press.train.docs.jsonl",
            kit / "quotes/press.train.jsonl",
            kit / "events/press.train.jsonl",
            HERE / "press-triggers.tsv",
        ),
        own=marked(HERE / "own-sentences.txt"),
        # every other sentence: the rest is for checking
        uner=[[s] for s in iob(kit / "entities/uner-ewt-dev.iob2.gz")[::2]],
    )


def _taught(corpora):
    """The sentences the teacher tags, in a fixed order."""
    return [s for name in ("polnear", "press") for document in corpora[name] for s in document]


def write_for_teacher(corpora, path):
    """One word a line, a blank line after each sentence: what TeacherNames.java reads."""
    with open(path, "w", encoding="utf-8") as out:
        for sentence in _taught(corpora):
            # a word of control characters alone would be read as a blank line
            out.write("".join((w.replace("’", "'") if w.isprintable() else "?") + "\n" for w in sentence["words"]) + "\n")


def _doubt_odd_names(sentences, least=5, share=0.85):
    """Takes back the teacher's word where it reads a name otherwise than it mostly does: no evidence either way."""
    kinds = collections.defaultdict(collections.Counter)  # what capitalised words are tagged as, but at a sentence's beginning
    for sentence in sentences:
        for word, tag in list(zip(sentence["words"], sentence["entity"]))[1:]:
            if word[0].isupper():
                kinds[word][tag[2:]] += 1
    for sentence in sentences:
        tags = sentence["entity"]
        for i, word in enumerate(sentence["words"]):
            seen = kinds.get(word)
            if seen and sum(seen.values()) >= least and word[0].isupper():
                usual, times = seen.most_common(1)[0]
                if usual and times >= share * sum(seen.values()) and tags[i] == "O":
                    tags[i] = None


def add_teacher_names(corpora, path):
    """Adds the teacher's names (BILOU, OntoNotes types) as the layer `entity`, and blanks UNER's O where it sees a group."""
    groups = collections.Counter()
    with open(path, encoding="utf-8") as lines:
        for sentence in _taught(corpora):
            tags = []
            for line in lines:
                if not line.strip():
                    break
                prefix, _, kind = line.rstrip("\n").split("\t")[-1].partition("-")
                kind = TEACHER_TYPES.get(kind)
                tags.append(("B-" if prefix in "BU" else "I-") + kind if kind else "O")
            if len(tags) != len(sentence["words"]):
                raise SystemExit(f"{path}: {len(tags)} tags for the {len(sentence['words'])} words of {sentence['words']}")
            sentence["entity"] = tags
    for sentence in (*_taught(corpora), *(s for d in corpora["ewt"] for s in d)):
        groups.update(w for w, t in zip(sentence["words"], sentence["entity"]) if t.endswith("NORP"))
    _doubt_odd_names(_taught(corpora))
    # UNER has no type for nationalities and groups: its O is no evidence against one
    for (sentence,) in corpora["uner"]:
        sentence["entity"] = [
            None if t == "O" and groups[w] > 2 else t for w, t in zip(sentence["words"], sentence["entity"])
        ]


def _recased(sentence, random):
    """Now and then a sentence in capitals or headline case: the encoder is uncased, the letter shapes are not."""
    chance = random.random()
    if chance > 0.09:
        return sentence
    if chance < 0.025:
        words = [w.upper() for w in sentence["words"]]
    else:
        small = lambda w: len(w) < 4 and random.random() < 0.7
        words = [w if small(w) else w[0].upper() + w[1:] for w in sentence["words"]]
    return dict(sentence, words=words)


def blocks(documents, random, most_words=100):
    """Cuts documents into blocks of one to four sentences in a row, anew for each pass."""
    found = []
    for document in documents:
        i = 0
        while i < len(document):
            wanted, block, size = random.choice((1, 1, 2, 3, 4)), [], 0
            while i < len(document) and len(block) < wanted:
                more = len(document[i]["words"])
                if block and size + more > most_words:
                    break
                block.append(_recased(document[i], random))
                size += more
                i += 1
            if size <= LONGEST_SENTENCE:
                found.append(block)
    return found
