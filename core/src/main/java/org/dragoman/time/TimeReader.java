package org.dragoman.time;

import java.time.LocalDate;
import java.util.Optional;
import org.dragoman.text.Sentence;

/** Reads the time expressions of one sentence, each beginning at a given token. */
final class TimeReader {
    private final TimeText text;
    private final CalendarDates dates;
    private final RelativeTimes relative;

    TimeReader(Sentence sentence, Optional<LocalDate> published, TimeWords words) {
        text = new TimeText(sentence, words);
        dates = new CalendarDates(text, published);
        relative = new RelativeTimes(text, words, dates, published);
    }

    /** The longest expression that begins at token {@code at} and means certain days. */
    Optional<TimeRead> at(int at) {
        return dates.day(at).or(() -> dates.period(at)).or(() -> relative.at(at));
    }

    /** The word {@code offset} tokens from {@code index}, in lower case; empty outside the sentence. */
    String word(int index, int offset) {
        return text.word(index, offset);
    }
}
