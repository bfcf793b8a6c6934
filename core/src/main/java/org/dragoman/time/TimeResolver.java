package org.dragoman.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Name;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;

/**
 * Finds words for time and the days they mean. Immutable, safe to share between threads.
 *
 * <p>With a story of Thursday, 21 November 2024:
 *
 * <pre>
 * on Wednesday            20 November 2024
 * will meet on Friday     22 November 2024
 * last week               11 to 17 November 2024
 * since Sunday            17 to 21 November 2024
 * in 1982                 1 January to 31 December 1982
 * on Nov. 27              27 November 2024
 * </pre>
 *
 * <p>What leaves the days open ("recently", "in the spring", "by Friday", "two days later") is passed over.
 */
public final class TimeResolver {
    private final TimeWords words = TimeWords.load();

    /**
     * The time expressions of one article that mean certain days, in text order, not overlapping.
     *
     * @param published what "Wednesday" and "last week" are relative to; if empty, only full dates are resolved
     */
    public List<TimeExpression> resolve(Analysis analysis, Optional<LocalDate> published) {
        List<TimeExpression> expressions = new ArrayList<>();
        int next = 0;
        for (Sentence sentence : analysis.sentences()) {
            TimeReader reader = new TimeReader(sentence, published, words);
            List<Found> found = new ArrayList<>();
            int token = 0;
            while (token < sentence.size()) {
                Span span = sentence.token(token).span();
                while (next < analysis.names().size()
                        && analysis.names().get(next).span().end() <= span.start()) {
                    next++;
                }
                boolean named = next < analysis.names().size()
                        && isParty(analysis.names().get(next), span);
                int start = token;
                Optional<TimeRead> read = named ? Optional.empty() : reader.at(token);
                read.ifPresent(one -> found.add(new Found(start, one.end(), one.days())));
                token = read.map(TimeRead::end).orElse(token + 1);
            }
            join(reader, published, found);
            for (Found one : found) {
                Span words = sentence.token(one.first())
                        .span()
                        .union(sentence.token(one.end() - 1).span());
                expressions.add(
                        new TimeExpression(words, one.days().first(), one.days().last()));
            }
        }
        return expressions;
    }

    /** From token {@code first} to before token {@code end}. */
    private record Found(int first, int end, Days days) {}

    /** "The Sunday Times", "April Jones": no time there. */
    private static boolean isParty(Name name, Span token) {
        return name.span().overlaps(token)
                && (name.type() == Name.Type.ORGANISATION || name.type() == Name.Type.PERSON);
    }

    /** Makes one of "from 2001 to 2005" and lets "since Sunday" reach to the day of publication. */
    private static void join(TimeReader reader, Optional<LocalDate> published, List<Found> found) {
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            String before = reader.word(one.first(), -1);
            if (before.equals("since")) {
                Optional<Days> whole = published.flatMap(day -> one.days().to(Days.of(day)));
                if (whole.isPresent()) {
                    found.set(i, new Found(one.first(), one.end(), whole.get()));
                } else {
                    found.remove(i--);
                }
            } else if ((before.equals("from") || before.equals("between")) && i + 1 < found.size()) {
                Found other = found.get(i + 1);
                String joint = reader.word(one.end(), 0);
                boolean joined = other.first() == one.end() + 1
                        && (joint.equals("to") || joint.equals("until") || joint.equals("and"));
                Optional<Days> whole = joined ? one.days().to(other.days()) : Optional.empty();
                if (whole.isPresent()) {
                    found.set(i, new Found(one.first(), other.end(), whole.get()));
                    found.remove(i + 1);
                }
            }
        }
    }
}
