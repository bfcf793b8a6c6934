package org.dragoman.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One attribution of a gold or prediction file: the tokens of each role, and the same as spans without blanks and quotation
 * marks at their edges. A role may be empty, or in several pieces.
 *
 * @param isSpeech whether it reports speech: a verb of saying in the cue, or at least half the content inside quotation marks
 * @param kind how the content is given; {@code INDIRECT} for one without content
 */
record Attribution(Map<Role, BitSet> tokens, Map<Role, List<Piece>> pieces, boolean isSpeech, Kind kind) {
    /** The parts of an attribution. */
    enum Role {
        SOURCE,
        CUE,
        CONTENT;

        /** Its name in files and tables. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much of a content stands inside quotation marks: all, some, none. */
    enum Kind {
        DIRECT,
        MIXED,
        INDIRECT;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A half-open span in code points. */
    record Piece(int start, int end) implements Comparable<Piece> {
        @Override
        public int compareTo(Piece other) {
            return start == other.start ? Integer.compare(end, other.end) : Integer.compare(start, other.start);
        }
    }

    static Attribution of(Entry entry, QuotedText text) throws IOException {
        Map<Role, BitSet> tokens = new EnumMap<>(Role.class);
        Map<Role, List<Piece>> trimmed = new EnumMap<>(Role.class);
        Map<Role, List<Piece>> given = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            List<Piece> pieces = pieces(entry, role, text.length());
            given.put(role, pieces);
            tokens.put(role, text.tokens(pieces));
            trimmed.put(role, text.trim(pieces));
        }
        boolean isSpeech = text.hasVerbOfSaying(Objects.requireNonNull(given.get(Role.CUE)))
                || text.isMostlyQuoted(Objects.requireNonNull(given.get(Role.CONTENT)));
        return new Attribution(tokens, trimmed, isSpeech, text.kind(Objects.requireNonNull(tokens.get(Role.CONTENT))));
    }

    BitSet tokens(Role role) {
        return Objects.requireNonNull(tokens.get(role));
    }

    List<Piece> pieces(Role role) {
        return Objects.requireNonNull(pieces.get(role));
    }

    /** F1 of the tokens two attributions share in a role. */
    double overlap(Attribution other, Role role) {
        BitSet common = (BitSet) tokens(role).clone();
        common.and(other.tokens(role));
        int shared = common.cardinality();
        return shared == 0
                ? 0
                : 2.0
                        * shared
                        / (tokens(role).cardinality() + other.tokens(role).cardinality());
    }

    private static List<Piece> pieces(Entry entry, Role role, int length) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        JsonNode spans = entry.json().path(role.label());
        if (!spans.isArray() && !spans.isMissingNode() && !spans.isNull()) {
            throw entry.wrong("a list of [start, end] in \"" + role.label() + "\"");
        }
        for (JsonNode span : spans) {
            if (!span.isArray()
                    || span.size() != 2
                    || !span.get(0).canConvertToInt()
                    || !span.get(1).canConvertToInt()) {
                throw entry.wrong("[start, end] in \"" + role.label() + "\", found " + span);
            }
            Piece piece = new Piece(span.get(0).intValue(), span.get(1).intValue());
            if (piece.start() < 0 || piece.end() < piece.start() || piece.end() > length) {
                throw entry.wrong("0 <= start <= end <= " + length + " in \"" + role.label() + "\", found " + span);
            }
            pieces.add(piece);
        }
        return pieces;
    }
}
