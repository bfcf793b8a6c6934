package org.dragoman.quote;

import java.util.List;
import java.util.Optional;
import org.dragoman.text.Span;

/** A text's quotations, found by place. Immutable. */
final class Quotations {
    private final List<Quotation> all;

    private Quotations(List<Quotation> all) {
        this.all = all;
    }

    static Quotations of(String text) {
        return new Quotations(QuotationScanner.scan(text));
    }

    /** In text order. */
    List<Quotation> all() {
        return all;
    }

    /** The first one that ends after {@code offset}. */
    Optional<Quotation> endingAfter(int offset) {
        int index = firstEndingAfter(offset);
        return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    /** The last one that ends at or before {@code offset}. */
    Optional<Quotation> endingBy(int offset) {
        int index = firstEndingAfter(offset) - 1;
        return index >= 0 ? Optional.of(all.get(index)) : Optional.empty();
    }

    /** Those that share a code unit with {@code span}, in text order. */
    List<Quotation> in(Span span) {
        int from = firstEndingAfter(span.start());
        int to = from;
        while (to < all.size() && all.get(to).span().overlaps(span)) {
            to++;
        }
        return all.subList(from, to);
    }

    /** Whether two spans stand in the same quotation, or both in none. */
    boolean together(Span one, Span other) {
        return in(one).equals(in(other));
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
