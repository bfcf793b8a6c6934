package org.dragoman.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
 * well known or the article names it elsewhere. Persons' names hold no places.
 */
final class ToponymFinder {
    private static final int LONGEST = 6;
    /** An untagged town must have this many people (a decimal logarithm) to be believed. */
    private static final double WELL_KNOWN = 4.7;
    /** How often words taken for a place's name are one by the development articles: tagged ones, others. */
    private static final double TAGGED = 0.9;

    private static final double UNTAGGED = 0.73;

    /** The one name with a comma inside: "Washington, D.C.". */
    private static final String CAPITAL_WITH_COMMA = "washington dc";

    private final Gazetteer gazetteer;
    private final PlaceWords words;

    ToponymFinder(Gazetteer gazetteer, PlaceWords words) {
        this.gazetteer = gazetteer;
        this.words = words;
    }

    /** A mention and whether it stands on its own; else it counts only if the article names the place elsewhere. */
    private record Found(Mention mention, boolean sure) {}

    /** What may name places in one article, in text order, not overlapping. */
    List<Mention> find(Analysis analysis) {
        List<Found> all = new ArrayList<>();
        int next = 0;
        for (Sentence sentence : analysis.sentences()) {
            int token = 0;
            while (token < sentence.size()) {
                Span span = sentence.token(token).span();
                while (next < analysis.names().size()
                        && analysis.names().get(next).span().end() <= span.start()) {
                    next++;
                }
                boolean named = next < analysis.names().size()
                        && analysis.names().get(next).span().overlaps(span);
                Optional<Name> name = named ? Optional.of(analysis.names().get(next)) : Optional.empty();
                Optional<Found> found = longest(analysis, sentence, token, name);
                found.ifPresent(all::add);
                token = found.map(one -> one.mention().last() + 1).orElse(token + 1);
            }
        }
        Set<String> surnames = surnames(analysis);
        Set<String> sure = new HashSet<>();
        for (Found found : all) {
            if (found.sure()) {
                String key = found.mention().key();
                sure.add(key);
                if (key.endsWith(" county")) {
                    sure.add(key.substring(0, key.length() - " county".length()));
                }
            }
        }
        List<Mention> mentions = new ArrayList<>();
        for (Found found : all) {
            Mention mention = found.mention();
            boolean person = surnames.contains(mention.key())
                    && mention.senses().stream().noneMatch(this::isBroad);
            if (!person && (found.sure() || sure.contains(mention.key()))) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private static Set<String> surnames(Analysis analysis) {
        Set<String> surnames = new HashSet<>();
        for (Name name : analysis.names()) {
            if (name.type() == Name.Type.PERSON) {
                String whole = name.span().in(analysis.text());
                int space = whole.lastIndexOf(' ');
                if (space > 0) {
                    surnames.add(NameKey.of(whole.substring(space + 1)));
                }
            }
        }
        return surnames;
    }

    private Optional<Found> longest(Analysis analysis, Sentence sentence, int first, Optional<Name> name) {
        if (!isCapitalised(sentence.token(first))
                || name.map(Name::type).filter(Name.Type.PERSON::equals).isPresent()) {
            return Optional.empty();
        }
        for (int last = Math.min(sentence.size(), first + LONGEST) - 1; last >= first; last--) {
            if (!isCapitalised(sentence.token(last))) {
                continue;
            }
            Span span = sentence.token(first).span().union(sentence.token(last).span());
            String written = span.in(analysis.text());
            String key = NameKey.of(written);
            if (hasBreak(sentence, first, last) && !key.equals(CAPITAL_WITH_COMMA)) {
                continue;
            }
            List<Gazetteer.Sense> senses = senses(written, key, sentence, first, last, analysis.text());
            if (!senses.isEmpty()) {
                return judge(analysis.text(), sentence, first, last, key, senses, name);
            }
        }
        return Optional.empty();
    }

    /** What {@code written} can mean as it is written and where it stands. */
    private List<Gazetteer.Sense> senses(
            String written, String key, Sentence sentence, int first, int last, String text) {
        if (words.is(PlaceWords.Type.GENERIC, key) || words.is(PlaceWords.Type.DIRECTION, key)) {
            return List.of();
        }
        int end = sentence.token(last).span().end();
        if (end < text.length() && text.charAt(end) == '$') {
            return List.of();
        }
        boolean article = last > first && sentence.token(first).form().equalsIgnoreCase("the");
        boolean capitals = written.chars().noneMatch(Character::isLowerCase);
        boolean dotted = written.indexOf('.') > 0 || isDot(text, end);
        long letters = written.chars().filter(Character::isLetter).count();
        List<Gazetteer.Sense> senses = new ArrayList<>();
        for (int packed : gazetteer.senses(key)) {
            Gazetteer.Sense sense = Gazetteer.Sense.unpack(packed);
            boolean fits =
                    switch (sense.form()) {
                        case CAPITALS ->
                            capitals && (dotted || letters > 2 || !isState(sense) || followsComma(sentence, first));
                        case DOTTED -> dotted;
                        case ANY -> !capitals || letters > 3;
                    };
            if (fits && (!article || gazetteer.place(sense.place()).name().startsWith("The "))) {
                senses.add(sense);
            }
        }
        return senses;
    }

    private static boolean isDot(String text, int at) {
        return at < text.length() && text.charAt(at) == '.';
    }

    /** Two-letter codes of American states are words of their own too often. */
    private boolean isState(Gazetteer.Sense sense) {
        return gazetteer.feature(sense.place()).equals("ADM1")
                && gazetteer.country(sense.place()).equals("US");
    }

    private static boolean followsComma(Sentence sentence, int first) {
        return first > 1 && sentence.token(first - 1).form().equals(",");
    }

    /** Whether these words name a place here, and how surely. */
    private Optional<Found> judge(
            String text,
            Sentence sentence,
            int first,
            int last,
            String key,
            List<Gazetteer.Sense> senses,
            Optional<Name> name) {
        boolean group = senses.stream().anyMatch(ToponymFinder::isGroup);
        boolean broad = senses.stream().anyMatch(this::isBroad);
        boolean known = broad || senses.stream().anyMatch(this::isWellKnown);
        boolean before = first > 0
                && continues(sentence, first - 1, first)
                && !words.is(PlaceWords.Type.DIRECTION, sentence.token(first - 1));
        boolean after = last + 1 < sentence.size() && continues(sentence, last, last + 1);
        int end = last;
        if (after && !group && isEnding(sentence, last + 1)) {
            end = last + 1;
            after = false;
        }
        if (after && words.is(PlaceWords.Type.THING, sentence.token(last + 1))) {
            return Optional.empty();
        }
        if (isHalf(text, sentence, first) || isCommon(sentence, first, last, key, name)) {
            return Optional.empty();
        }
        boolean titled = first > 0 && words.is(PlaceWords.Type.TITLE, sentence.token(first - 1));
        boolean division = end > last || words.is(PlaceWords.Type.DIVISION, sentence.token(last));
        Span span = sentence.token(first).span().union(sentence.token(end).span());
        if (end == last && senses.get(0).form() == Gazetteer.Form.DOTTED && isDot(text, span.end())) {
            span = new Span(span.start(), span.end() + 1);
        }
        double strength = TAGGED;
        boolean sure;
        if (name.isPresent() && name.get().type() == Name.Type.LOCATION) {
            sure = !before && (!after || broad);
        } else if (group) {
            sure = true;
        } else if (name.isPresent() && name.get().type() == Name.Type.ORGANISATION) {
            strength = UNTAGGED;
            boolean whole = span.covers(name.get().span());
            boolean school = after && words.is(PlaceWords.Type.SCHOOL, sentence.token(last + 1));
            sure = (whole || school) ? broad : ((known || division) && !before);
        } else if (before || titled) {
            return Optional.empty();
        } else {
            strength = UNTAGGED;
            sure = broad || division || (known && !after && (first > 0 || end > first)) || isDateline(sentence, end);
        }
        if (!sure && titled) {
            return Optional.empty();
        }
        return Optional.of(new Found(new Mention(span, sentence, first, end, key, senses, strength), sure));
    }

    /** Whether the token is "Province", "County" and the like, closing a name. */
    private boolean isEnding(Sentence sentence, int token) {
        return words.is(PlaceWords.Type.ENDING, sentence.token(token))
                && !(token + 1 < sentence.size()
                        && (continues(sentence, token, token + 1)
                                || sentence.token(token + 1).form().equals("of")));
    }

    /** Whether the word is the second half of a compound that begins with no place: "Wal-Mart", but "Egypt-US". */
    private boolean isHalf(String text, Sentence sentence, int first) {
        int start = sentence.token(first).span().start();
        if (first < 2 || start < 2 || text.charAt(start - 1) != '-' || Character.isWhitespace(text.charAt(start - 2))) {
            return false;
        }
        Token other = sentence.token(first - 2);
        return isCapitalised(other) && gazetteer.senses(NameKey.of(other.form())).length == 0;
    }

    /** Whether the word is an everyday one and stands where no place is expected. */
    private boolean isCommon(Sentence sentence, int first, int last, String key, Optional<Name> name) {
        if (first != last || !words.is(PlaceWords.Type.COMMON, key)) {
            return false;
        }
        boolean tagged = name.isPresent() && name.get().type() == Name.Type.LOCATION;
        boolean expected = (first > 0 && sentence.token(first - 1).upos().equals("ADP"))
                || (last + 1 < sentence.size()
                        && sentence.token(last + 1).form().equals(","));
        return !(tagged && expected);
    }

    /** "BEIRUT (AP)", "TORRINGTON —" at the start of a sentence. */
    private static boolean isDateline(Sentence sentence, int last) {
        if (last > 3 || last + 1 >= sentence.size()) {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            if (sentence.token(i).form().chars().anyMatch(Character::isLowerCase)) {
                return false;
            }
        }
        return switch (sentence.token(last + 1).form()) {
            case "(", "-LRB-", "—", "–", "-", "--", "," -> true;
            default -> false;
        };
    }

    private boolean isBroad(Gazetteer.Sense sense) {
        return switch (gazetteer.feature(sense.place())) {
            case "PCLI", "ADM1", "PPLC", "CONT", "RGN", "ZN" -> sense.kind() == Gazetteer.Kind.NAME;
            default -> false;
        };
    }

    private static boolean isGroup(Gazetteer.Sense sense) {
        return sense.kind() == Gazetteer.Kind.GROUP;
    }

    private boolean isWellKnown(Gazetteer.Sense sense) {
        return sense.kind() == Gazetteer.Kind.NAME && gazetteer.magnitude(sense.place()) >= WELL_KNOWN;
    }

    /** Whether two neighbours belong to one run of proper nouns. */
    private static boolean continues(Sentence sentence, int left, int right) {
        Token one = sentence.token(left);
        Token two = sentence.token(right);
        return isCapitalised(one)
                && isCapitalised(two)
                && one.upos().equals("PROPN")
                && two.upos().equals("PROPN");
    }

    private static boolean hasBreak(Sentence sentence, int first, int last) {
        for (int i = first + 1; i < last; i++) {
            String form = sentence.token(i).form();
            char c = form.isEmpty() ? ',' : form.charAt(0);
            if (!Character.isLetterOrDigit(c) && c != '-' && c != '\'' && c != '’' && c != '.') {
                return true;
            }
        }
        return false;
    }

    private static boolean isCapitalised(Token token) {
        return !token.form().isEmpty() && Character.isUpperCase(token.form().charAt(0));
    }
}
