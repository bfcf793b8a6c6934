"""Text to words, word pieces and letter shapes, as the Java side makes them.

`shapes` and `WordPiece` define what the model sees: `LetterShape` and `WordPieces` in core's nlp package must agree
with them. `words_of` and `sentences_of` only cut training text that comes without words; Java has its own, better rules.
"""
import re
import unicodedata

UNKNOWN = 100  # id of [UNK]
CLS, SEP = 101, 102
MOST_PIECES = 20  # of one word

ABBREVIATIONS = set(
    "mr mrs ms dr prof gen sen rep gov lt col sgt capt st jr sr vs inc corp co ltd jan feb mar apr jun jul aug sep sept"
    " oct nov dec no u.s u.k u.n d.c e.g i.e a.m p.m etc rev hon maj adm cmdr pres mt ft".split()
)
WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Za-z]+n['’]t\b|['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b|\d[\d,.:/]*\d|\d"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|\.{2,}|-{2,}|\S"
)
CLITIC = re.compile(r"'(s|re|ve|ll|d|m)$")


def words_of(text):
    """(start, end) of each word, by the conventions of the English Web Treebank."""
    spans = []
    for match in WORD.finditer(text):
        start, end = match.span()
        low = match.group().lower().replace("’", "'")
        if low.endswith("n't") and len(low) > 3:
            spans += [(start, end - 3), (end - 3, end)]
        elif CLITIC.search(low) and len(low) > 2 and low[0] != "'":
            cut = end - (len(low) - low.rindex("'"))
            spans += [(start, cut), (cut, end)]
        else:
            spans.append((start, end))
    merged = []
    for start, end in spans:  # "Mr" + "." and initials
        if merged and text[start:end] == "." and merged[-1][1] == start:
            before = text[merged[-1][0] : start]
            initial = len(before) == 1 and before.isupper() and text[end : end + 2].strip()
            if before.lower() in ABBREVIATIONS or initial:
                merged[-1] = (merged[-1][0], end)
                continue
        merged.append((start, end))
    return merged


def sentences_of(text, words):
    """Groups word spans into sentences; a line break always ends one."""
    sentences, current = [], []
    for i, (start, end) in enumerate(words):
        if current and "\n" in text[current[-1][1] : start]:
            sentences.append(current)
            current = []
        current.append((start, end))
        if i + 1 == len(words):
            break
        word = text[start:end]
        before = text[slice(*current[-2])] if len(current) > 1 else ""
        stops = (".", "!", "?")
        ended = word in stops + ("...", "…") or (word in "\"”’'" and before in stops)
        following = text[slice(*words[i + 1])]
        opens = following[0].isupper() or following[0].isdigit() or following[0] in "\"“‘'("
        if ended and words[i + 1][0] > end and opens and following not in ('"', "”"):
            sentences.append(current)
            current = []
    return sentences + [current] if current else sentences


def shapes(words):
    """Letter-shape class of each word of one sentence, 1 to 11; 0 is kept for [CLS] and [SEP].

    1 lower case, 2 Capitalised, 3 CAPITALS, 4 one capital letter, 5 mixed, 6 digits, 7 letters and digits, 8 other,
    9 Capitalised first word, 10 CAPITALS in a sentence of capitals, 11 Capitalised in a sentence in title case.
    """
    long = [w for w in words if sum(c.isalpha() for c in w) >= 4]
    titled = len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.7 * len(long)
    letters = [c for w in words for c in w if c.isalpha()]
    shouted = len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.6 * len(letters)
    return [_shape(word, i == 0, titled, shouted) for i, word in enumerate(words)]


def _shape(word, first, titled, shouted):
    capitals = sum(c.isupper() for c in word)
    letters = sum(c.isalpha() for c in word)
    digits = any(c.isdigit() for c in word)
    if not letters:
        return 6 if digits else 8
    if digits:
        return 7
    if not capitals:
        return 1
    if capitals >= 2 and not any(c.islower() for c in word):
        return 10 if shouted else 3
    if capitals == 1 and letters == 1:
        return 4
    if word[0].isupper() and capitals == 1:
        return 9 if first else 11 if titled else 2
    return 5


def _punctuation(char):
    code = ord(char)
    ascii_sign = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_sign or unicodedata.category(char)[0] == "P"


class WordPiece:
    """BERT's uncased word pieces of a word: lower case, accents off, greedy longest match. Keeps what it has seen."""

    def __init__(self, vocabulary):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.seen = {}

    def __call__(self, word):
        if word not in self.seen:
            pieces = [p for part in self._parts(word) for p in self._pieces(part)]
            self.seen[word] = (pieces or [UNKNOWN])[:MOST_PIECES]
        return self.seen[word]

    @staticmethod
    def _parts(word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        spaced = "".join(f" {c} " if _punctuation(c) else c for c in plain)
        return spaced.split()

    def _pieces(self, part):
        start, found = 0, []
        while start < len(part):
            end = len(part)
            prefix = "##" if start else ""
            while end > start and prefix + part[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [UNKNOWN]
            found.append(self.ids[prefix + part[start:end]])
            start = end
        return found
