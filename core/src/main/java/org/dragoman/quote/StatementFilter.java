package org.dragoman.quote;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.actor.Actor;
import org.dragoman.quote.Statement.Kind;
import org.dragoman.text.Span;

/**
 * Which statements to keep. Words are looked for as whole words one after the other, case and accents aside, so "erdogan"
 * finds "Recep Tayyip Erdoğan". Immutable.
 *
 * @param by words of the speaker's name or role, or the speaker's country code; of the source where no speaker is known; empty
 *     for anybody
 * @param to the same of the addressee
 * @param about words of the content; empty for anything
 * @param kinds kinds to keep; none for all
 */
public record StatementFilter(String by, String to, String about, Set<Kind> kinds) {
    /** Keeps every statement. */
    public static final StatementFilter ALL = new StatementFilter("", "", "", Set.of());

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?(?![\\p{L}\\p{N}])");

    public StatementFilter {
        kinds = Set.copyOf(kinds);
    }

    /** Whether to keep a statement of an article with this text. */
    public boolean keeps(Statement statement, String text) {
        return (kinds.isEmpty() || kinds.contains(statement.kind()))
                && (about.isBlank() || holds(words(statement.content(), text), about, true))
                && (by.isBlank()
                        || statement
                                .speaker()
                                .map(speaker -> is(speaker, by))
                                .orElseGet(() -> holds(words(statement.source(), text), by, false)))
                && (to.isBlank()
                        || statement
                                .occasion()
                                .addressee()
                                .filter(addressee -> is(addressee.actor(), to))
                                .isPresent());
    }

    private static boolean is(Actor actor, String wanted) {
        return actor.country().equals(wanted)
                || holds(actor.name(), wanted, false)
                || holds(actor.role(), wanted, false);
    }

    private static String words(List<Span> pieces, String text) {
        return String.join(" ", pieces.stream().map(piece -> piece.in(text)).toList());
    }

    /** @param owners whether a genitive counts: "Erdogan's spokesman" is about Erdogan, but not Erdogan */
    private static boolean holds(String text, String wanted, boolean owners) {
        String folded = fold(text);
        List<String> looked =
                WORD.matcher(fold(wanted)).results().map(word -> word.group()).toList();
        List<String> window = new ArrayList<>();
        Matcher words = WORD.matcher(folded);
        Matcher possessive = POSSESSIVE.matcher(folded);
        while (words.find()) {
            window.add(words.group());
            if (window.size() > looked.size()) {
                window.remove(0);
            }
            if (window.equals(looked)
                    && (owners
                            || !possessive.region(words.end(), folded.length()).lookingAt())) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace('ı', 'i');
    }
}
