package org.dragoman.nlp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Dictionary forms of words: a table first, English inflection rules for what it doesn't hold. Immutable. */
final class Lemmatizer {
    /** Ends of stems that mostly lack an e, after a consonant, in words of several syllables: "concede", "require", "rebuke". */
    private static final Set<String> SILENT_E = Set.of(
            "ad", "ap", "ar", "ed", "id", "il", "in", "ir", "od", "ok", "ol", "ud", "uk", "ul", "um", "ur", "ut");

    private final Map<String, String> lemmas = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /**
     * Reads the language's irregular forms, and over them a model's table.
     *
     * @param lines {@code form<TAB>upos<TAB>lemma}; lines that begin with {@code # } and blank ones are comments
     * @param source name of the model's table, for errors
     * @throws IllegalStateException if a line is none of these
     */
    Lemmatizer(List<String> lines, String source) {
        add(WordTable.lines("inflections.tsv"), "org/dragoman/nlp/inflections.tsv");
        add(lines, source);
    }

    private void add(List<String> lines, String source) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("# ") || line.equals("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 3) {
                throw new IllegalStateException(source + ":" + (i + 1) + ": expected form, upos and lemma: " + line);
            }
            if (!cells[0].equals(cells[2])) {
                lemmas.put(key(cells[0], cells[1]), cells[2]);
            } else {
                // A word that is its own lemma somewhere may still be irregular: "people".
                lemmas.putIfAbsent(key(cells[0], cells[1]), cells[2]);
            }
            known.add(key(cells[2], cells[1]));
        }
    }

    /** The Penn tag of a word, unless its ending rules it out: a verb in -ed that is no base form ("need") is past. */
    String tag(String form, String upos, String xpos) {
        String lower = form.toLowerCase(Locale.ROOT);
        boolean present = xpos.equals("VBZ") || xpos.equals("VBP") || xpos.equals("VB");
        return present && upos.equals("VERB") && lower.endsWith("ed") && !isKnown(lower, upos) ? "VBD" : xpos;
    }

    /**
     * The lemma of one word.
     *
     * @param upos universal part of speech
     * @param xpos Penn part of speech, which tells the inflection
     */
    String lemma(String form, String upos, String xpos) {
        if (upos.equals("PROPN")) {
            return form;
        }
        String lower = form.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        String table = lemmas.get(key(lower, upos));
        if (table != null) {
            return table;
        }
        return switch (xpos) {
            case "NNS", "VBZ" -> withoutS(lower, upos);
            case "VBD", "VBN" ->
                lower.endsWith("ied")
                        ? stem(lower, 3) + "y"
                        : lower.endsWith("ed") ? base(stem(lower, 2), upos) : lower;
            case "VBG" -> lower.endsWith("ing") ? base(stem(lower, 3), upos) : lower;
            case "JJR", "RBR" -> compared(lower, "er", upos);
            case "JJS", "RBS" -> compared(lower, "est", upos);
            default -> lower;
        };
    }

    private String withoutS(String word, String upos) {
        if (!word.endsWith("s") || word.length() < 4 || word.endsWith("ss")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return stem(word, 3) + "y";
        }
        String bare = stem(word, 2);
        boolean extra = bare.endsWith("x")
                || bare.endsWith("ch")
                || bare.endsWith("sh")
                || bare.endsWith("ss")
                || bare.endsWith("zz")
                || bare.endsWith("o")
                || (bare.endsWith("us") && upos.equals("NOUN") && !bare.endsWith("ous") && !bare.endsWith("aus"));
        boolean es = word.endsWith("es") && !isKnown(stem(word, 1), upos) && (extra || isKnown(bare, upos));
        return es ? bare : stem(word, 1);
    }

    private String compared(String word, String ending, String upos) {
        if (!word.endsWith(ending) || word.length() < ending.length() + 3) {
            return word;
        }
        String stem = stem(word, ending.length());
        return stem.endsWith("i") ? stem(stem, 1) + "y" : base(stem, upos);
    }

    /** Undoes what a vowel ending did to the stem: "mak" is "make", "stopp" is "stop", "walk" is itself. */
    private String base(String stem, String upos) {
        int length = stem.length();
        if (length < 2 || isKnown(stem, upos)) {
            return stem;
        }
        if (stem.endsWith("e")) {
            return stem.endsWith("ee") ? stem : stem + "e";
        }
        if (length == 2 && stem.endsWith("y")) {
            return stem.charAt(0) + "ie";
        }
        char last = stem.charAt(length - 1);
        boolean doubled = last == stem.charAt(length - 2) && !isVowel(last);
        if (doubled && isKnown(stem(stem, 1), upos)) {
            return stem(stem, 1);
        }
        if (isKnown(stem + "e", upos)) {
            return stem + "e";
        }
        if (doubled && "bdgmnprt".indexOf(last) >= 0 && length > 3) {
            return stem(stem, 1);
        }
        return wantsE(stem) ? stem + "e" : stem;
    }

    /** Whether the spelling shows that a silent e is missing: "organiz", "forc", "believ", "handl", "updat", "wip", "conced". */
    private static boolean wantsE(String stem) {
        int length = stem.length();
        char last = stem.charAt(length - 1);
        char before = stem.charAt(length - 2);
        if (isVowel(before) && !isVowel(last) && (length == 2 || !isVowel(stem.charAt(length - 3)))) {
            // A single vowel before: without the e, a word of one syllable would have doubled its consonant.
            boolean oneSyllable =
                    stem.chars().filter(c -> isVowel((char) c) || c == 'y').count() == 1;
            if (oneSyllable ? "wxy".indexOf(last) < 0 : SILENT_E.contains(stem.substring(length - 2))) {
                return true;
            }
        }
        if ("vuzc".indexOf(last) >= 0) {
            return true;
        }
        if (last == 'l') {
            return "bcdfgkptz".indexOf(before) >= 0;
        }
        if (last == 's') {
            return before != 's';
        }
        if (last == 'g') {
            return before != 'n' && before != 'g';
        }
        return stem.endsWith("at") && length > 3 && "eo".indexOf(stem.charAt(length - 3)) < 0;
    }

    private boolean isKnown(String lemma, String upos) {
        return known.contains(key(lemma, upos));
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    private static String stem(String word, int cut) {
        return word.substring(0, word.length() - cut);
    }

    private static String key(String word, String upos) {
        return word + '\t' + upos;
    }
}
