package org.dragoman.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a verb dictionary of PETRARCH into lines for a user's {@code frames.tsv}. Verbs with a code become frames; a pattern
 * becomes one if its words stand after the verb: nouns and adjectives as words of the object, a preposition with the word
 * behind it, "to" with a verb as the complement. Each line that can't be turned becomes a comment that says why.
 *
 * <p>PETRARCH marks source and target by place; here passives and clauses are undone anyway, so those marks fall away.
 */
public final class PetrarchVerbs {
    private static final Pattern HEADER = Pattern.compile("^--- *(.*?) *\\[([^\\]]*)\\].*$");
    private static final Pattern CODED = Pattern.compile("^([^\\[]*)\\[([^\\]]*)\\].*$");
    private static final Set<String> PREPOSITIONS = Set.of(
            "about", "against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "to", "toward",
            "towards", "under", "upon", "with");
    /** Conversion table of the PLOVER manual (draft 0.8), by the longest prefix; appeals (02), which it leaves out, are requests; a statement (01) is no event. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("02", "REQUEST"),
            Map.entry("03", "AGREE"),
            Map.entry("04", "CONSULT"),
            Map.entry("05", "SUPPORT"),
            Map.entry("06", "COOPERATE"),
            Map.entry("07", "AID"),
            Map.entry("08", "CONCEDE"),
            Map.entry("0813", "RETREAT"),
            Map.entry("0814", "RETREAT"),
            Map.entry("084", "RETREAT"),
            Map.entry("085", "RETREAT"),
            Map.entry("086", "RETREAT"),
            Map.entry("087", "RETREAT"),
            Map.entry("09", "ACCUSE"),
            Map.entry("10", "REQUEST"),
            Map.entry("11", "ACCUSE"),
            Map.entry("12", "REJECT"),
            Map.entry("13", "THREATEN"),
            Map.entry("14", "PROTEST"),
            Map.entry("15", "MOBILIZE"),
            Map.entry("16", "SANCTION"),
            Map.entry("163", "COERCE"),
            Map.entry("17", "COERCE"),
            Map.entry("1712", "ASSAULT"),
            Map.entry("175", "ASSAULT"),
            Map.entry("191", "COERCE"),
            Map.entry("192", "COERCE"),
            Map.entry("18", "ASSAULT"),
            Map.entry("19", "ASSAULT"),
            Map.entry("20", "ASSAULT"));

    private final Ontology ontology = Ontology.open();
    private final Map<String, List<String>> synonyms = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<String> verbs = new LinkedHashSet<>();
    private String code = "";
    private List<String> words = List.of();

    private PetrarchVerbs() {}

    /**
     * Converts a dictionary.
     *
     * @return lines of {@code frames.tsv}, in the dictionary's order
     * @throws IOException if the file can't be read or isn't UTF-8
     */
    public static List<String> convert(Path file) throws IOException {
        PetrarchVerbs converter = new PetrarchVerbs();
        converter.lines.add("# Made from " + file.getFileName() + ", a verb dictionary of PETRARCH.");
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    converter.read(line.split("#", 2)[0].strip());
                } catch (IllegalArgumentException unfit) {
                    converter.lines.add("# line " + number + " left out, " + unfit.getMessage() + ": " + line.strip());
                }
            }
        }
        converter.flush();
        return List.copyOf(converter.lines);
    }

    private void read(String line) {
        Matcher header = HEADER.matcher(line);
        if (line.isEmpty() || line.startsWith("<!--")) {
            return;
        }
        if (header.matches()) {
            flush();
            code = header.group(2);
        } else if (line.startsWith("&")) {
            words = new ArrayList<>();
            synonyms.put(name(line), words);
        } else if (line.startsWith("+") && verbs.isEmpty()) {
            words.add(last(line.substring(1)));
        } else if (line.startsWith("-")) {
            pattern(line.substring(1));
        } else {
            verb(line);
        }
    }

    private void verb(String line) {
        String verb = line.split("[ \\[{]", 2)[0].toLowerCase(Locale.ROOT);
        if (verb.contains("+")) {
            throw new IllegalArgumentException("a verb inside a phrase");
        }
        verbs.add(verb.endsWith("_") ? verb.substring(0, verb.length() - 1) : verb);
        words = new ArrayList<>();
    }

    /** Ends a verb's block: the verb alone has the code of its header. */
    private void flush() {
        if (!verbs.isEmpty() && !code.isEmpty() && Character.isDigit(code.charAt(0))) {
            try {
                frame("-", code);
            } catch (IllegalArgumentException unfit) {
                lines.add("# " + String.join(", ", verbs) + " left out, " + unfit.getMessage());
            }
        }
        verbs.clear();
        code = "";
    }

    private void pattern(String pattern) {
        Matcher coded = CODED.matcher(pattern);
        if (!coded.matches() || !coded.group(1).contains("*")) {
            throw new IllegalArgumentException("no verb or no code");
        }
        String[] sides = coded.group(1).split("\\*", 2);
        if (!sides[0].replaceAll("[$+^%_ ]", "").isEmpty()) {
            throw new IllegalArgumentException("words before the verb");
        }
        List<String> needs = new ArrayList<>();
        String slot = "obj";
        for (String word : sides[1].strip().split("[ _]+", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.isEmpty() || "$+^%".contains(lower)) {
                continue;
            }
            if (PREPOSITIONS.contains(lower)) {
                slot = lower;
                needs.add(slot);
            } else {
                needs.remove(slot);
                needs.add((slot.equals("to") && !word.startsWith("&") ? "comp|to" : slot) + "=" + alternatives(word));
            }
        }
        frame(needs.isEmpty() ? "-" : String.join(" ", needs), coded.group(2));
    }

    private String alternatives(String word) {
        if (!word.startsWith("&")) {
            return lemma(word);
        }
        List<String> known = synonyms.get(name(word));
        if (known == null || known.isEmpty()) {
            throw new IllegalArgumentException("no synonyms " + word);
        }
        return String.join("|", known);
    }

    private void frame(String needs, String cameo) {
        String known = cameo.split(":", 2)[0].strip();
        String type = "";
        for (int length = known.length(); length >= 2 && type.isEmpty(); length--) {
            type = TYPES.getOrDefault(known.substring(0, length), "");
        }
        if (type.isEmpty()) {
            throw new IllegalArgumentException("code " + cameo + " is no event of PLOVER's");
        }
        while (known.length() > 2 && !ontology.knows(known)) {
            known = known.substring(0, known.length() - 1);
        }
        lines.add(String.join(
                "\t",
                type,
                String.join("|", verbs),
                "v",
                needs,
                "subj",
                "obj iobj to with against of from for on comp",
                "-",
                known,
                "-"));
    }

    private static String name(String line) {
        return line.strip().split(" ", 2)[0].replace("_", "").toUpperCase(Locale.ROOT);
    }

    private static String last(String phrase) {
        List<String> parts = Arrays.asList(phrase.strip().split("[ _]+", -1));
        return lemma(parts.get(parts.size() - 1));
    }

    /** Dictionaries name nouns in the plural too; frames want the singular. */
    private static String lemma(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith("s") && !lower.endsWith("ss") && lower.length() > 3
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }
}
