package org.dragoman.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Name;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Finds the words that may name places: the longest run of words the gazetteer knows, in names the model tagged as
 * locations, groups or organisations ("University of Michigan" names Michigan), and outside of names where the place is
 * well known. Persons' names hold no places.
 */
final class ToponymFinder {
    private static final int LONGEST = 6;
    /** An untagged town must have this many people (a decimal logarithm) to be believed. */
    private static final double WELL_KNOWN = 4.7;

    /** Words that make the words before them the name of a street, a water, a building. */
    private static final Set<String> OTHER_THINGS = Set.of(
            "street",
            "st.",
            "road",
            "rd.",
            "avenue",
            "ave.",
            "drive",
            "lane",
            "boulevard",
            "blvd.",
            "highway",
            "river",
            "creek",
            "lake",
            "bridge",
            "square",
            "park",
            "mall",
            "building",
            "hall",
            "house",
            "church",
            "hotel",
            "plaza");

    private static final Set<String> DIVISIONS = Set.of(
            "county",
            "province",
            "governorate",
            "district",
            "region",
            "oblast",
            "prefecture",
            "parish",
            "township",
            "state",
            "municipality",
            "island",
            "islands",
            "city");

    private static final Set<String> DIRECTIONS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "central",
            "northern",
            "southern",
            "eastern",
            "western",
            "greater",
            "downtown",
            "upper",
            "lower",
            "inner",
            "outer",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "old");

    private final Gazetteer gazetteer;

    ToponymFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** What may name places in one article, in text order, not overlapping. */
    List<Mention> find(Analysis analysis) {
        List<Mention> mentions = new ArrayList<>();
        int nameIndex = 0;
        for (Sentence sentence : analysis.sentences()) {
            int token = 0;
            while (token < sentence.size()) {
                Span span = sentence.token(token).span();
                while (nameIndex < analysis.names().size()
                        && analysis.names().get(nameIndex).span().end() <= span.start()) {
                    nameIndex++;
                }
                Optional<Name> name = nameIndex < analysis.names().size()
                                && analysis.names().get(nameIndex).span().overlaps(span)
                        ? Optional.of(analysis.names().get(nameIndex))
                        : Optional.empty();
                Optional<Mention> found = isCapitalised(sentence.token(token))
                        ? longest(analysis, sentence, token, name)
                        : Optional.empty();
                found.ifPresent(mentions::add);
                token = found.map(mention -> mention.last() + 1).orElse(token + 1);
            }
        }
        return mentions;
    }

    private Optional<Mention> longest(Analysis analysis, Sentence sentence, int first, Optional<Name> name) {
        if (name.isPresent() && name.get().type() == Name.Type.PERSON) {
            return Optional.empty();
        }
        for (int last = Math.min(sentence.size(), first + LONGEST) - 1; last >= first; last--) {
            if (!isCapitalised(sentence.token(last)) || (last > first && hasBreak(sentence, first, last))) {
                continue;
            }
            Span span = sentence.token(first).span().union(sentence.token(last).span());
            if (name.isPresent() && span.end() > name.get().span().end() && last > first) {
                // may run over the end of a tagged name only as a whole known name does: "Gaza" tagged, "Gaza Strip"
                // known
                if (span.end() - name.get().span().end() > 12) {
                    continue;
                }
            }
            String written = span.in(analysis.text());
            List<Gazetteer.Sense> senses = senses(written, sentence, first);
            if (!senses.isEmpty()) {
                double strength = strength(sentence, first, last, senses, name);
                if (strength > 0) {
                    return Optional.of(mention(sentence, first, last, NameKey.of(written), senses, strength));
                }
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** With a following "Province" or "County" taken in. */
    private static Mention mention(
            Sentence sentence, int first, int last, String key, List<Gazetteer.Sense> senses, double strength) {
        int end = last;
        if (last + 1 < sentence.size() && senses.get(0).kind() != Gazetteer.Kind.GROUP) {
            Token next = sentence.token(last + 1);
            if (isCapitalised(next) && DIVISIONS.contains(next.form().toLowerCase(Locale.ROOT))) {
                end = last + 1;
            }
        }
        Span span = sentence.token(first).span().union(sentence.token(end).span());
        return new Mention(span, sentence, first, end, key, senses, strength);
    }

    private List<Gazetteer.Sense> senses(String written, Sentence sentence, int first) {
        int[] packed = gazetteer.senses(NameKey.of(written));
        List<Gazetteer.Sense> senses = new ArrayList<>(packed.length);
        boolean capitals = written.chars().noneMatch(Character::isLowerCase);
        long letters = written.chars().filter(Character::isLetter).count();
        for (int one : packed) {
            Gazetteer.Sense sense = Gazetteer.Sense.unpack(one);
            boolean fits =
                    switch (sense.form()) {
                        case CAPITALS -> capitals && (letters > 2 || !isPostal(sense) || followsComma(sentence, first));
                        case DOTTED -> written.indexOf('.') > 0;
                        case ANY -> !capitals || letters > 3;
                    };
            if (fits) {
                senses.add(sense);
            }
        }
        return senses;
    }

    /** A two-letter code of an American state, a word of its own too often. */
    private boolean isPostal(Gazetteer.Sense sense) {
        return gazetteer.feature(sense.place()).equals("ADM1")
                && gazetteer.country(sense.place()).equals("US");
    }

    private static boolean followsComma(Sentence sentence, int first) {
        return first > 1 && sentence.token(first - 1).form().equals(",");
    }

    /** How surely the words name a place; 0 if they don't. */
    private double strength(Sentence sentence, int first, int last, List<Gazetteer.Sense> senses, Optional<Name> name) {
        if (name.isPresent() && name.get().type() != Name.Type.ORGANISATION) {
            return name.get().probability();
        }
        boolean group = senses.stream().anyMatch(sense -> sense.kind() == Gazetteer.Kind.GROUP);
        if (group) {
            return 0.9;
        }
        boolean broad = senses.stream().anyMatch(this::isBroad);
        boolean known = broad
                || senses.stream()
                        .anyMatch(sense -> sense.kind() == Gazetteer.Kind.NAME
                                && gazetteer.magnitude(sense.place()) >= WELL_KNOWN);
        boolean before = first > 0 && continues(sentence, first - 1, first) && !isDirection(sentence.token(first - 1));
        boolean after = last + 1 < sentence.size() && continues(sentence, last, last + 1);
        if (after && OTHER_THINGS.contains(lower(sentence.token(last + 1)))) {
            return 0;
        }
        boolean countyLike = sentence.token(last).form().equals("County")
                || (after && DIVISIONS.contains(lower(sentence.token(last + 1))));
        if (name.isPresent()) {
            return known || countyLike ? 0.7 : last > first ? 0.6 : 0;
        }
        if (before || (after && !broad && !countyLike)) {
            return broad && !before ? 0.6 : 0;
        }
        if (first == 0 && !broad && last == first) {
            return 0;
        }
        return known || countyLike ? 0.7 : 0;
    }

    private boolean isBroad(Gazetteer.Sense sense) {
        return switch (gazetteer.feature(sense.place())) {
            case "PCLI", "ADM1", "PPLC", "CONT", "RGN" -> sense.kind() == Gazetteer.Kind.NAME;
            default -> false;
        };
    }

    /** Whether two neighbours belong to one run of proper nouns. */
    private static boolean continues(Sentence sentence, int left, int right) {
        Token one = sentence.token(left);
        Token two = sentence.token(right);
        return isCapitalised(one)
                && isCapitalised(two)
                && one.upos().equals("PROPN")
                && two.upos().equals("PROPN")
                && Character.isLetter(one.form().charAt(0))
                && Character.isLetter(two.form().charAt(0));
    }

    private static boolean hasBreak(Sentence sentence, int first, int last) {
        for (int i = first; i <= last; i++) {
            String form = sentence.token(i).form();
            if (form.equals(",") || form.equals(";") || form.equals(":") || form.equals("(") || form.equals(")")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDirection(Token token) {
        return DIRECTIONS.contains(lower(token));
    }

    private static String lower(Token token) {
        return token.form().toLowerCase(Locale.ROOT);
    }

    private static boolean isCapitalised(Token token) {
        return !token.form().isEmpty() && Character.isUpperCase(token.form().charAt(0));
    }
}
