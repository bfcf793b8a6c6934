package org.dragoman.event;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.event.Frame.Flag;
import org.dragoman.table.Table;

/**
 * Keeps silent what is no political event: acts of private persons, accidents, nature, disease, sports. The words by
 * which sentences are told apart stand in {@code cues.tsv}. Immutable.
 */
final class ReportFilter {
    private static final Set<String> POLITICAL =
            Set.of("GOV", "MIL", "LEG", "JUD", "COP", "REB", "OPP", "PTY", "SPY", "PRM", "UAF", "REF", "SOC", "IGO");

    private final Map<Kind, Set<String>> cues = new EnumMap<>(Kind.class);

    private enum Kind {
        ARMS,
        DISASTER,
        SPORT
    }

    private ReportFilter() {}

    /** @throws IllegalStateException if the shipped table is damaged: file and line named */
    static ReportFilter open() {
        ReportFilter filter = new ReportFilter();
        for (Table.Row row : Table.rows(ReportFilter.class, "cues.tsv", 2)) {
            try {
                filter.cues.put(Kind.valueOf(row.cell(0).toUpperCase(Locale.ROOT)), new HashSet<>(row.words(1)));
            } catch (IllegalArgumentException unknown) {
                throw row.problem("unknown kind " + row.cell(0));
            }
        }
        return filter;
    }

    /**
     * Whether a frame that fired reports a political event.
     *
     * @param vouched whether the model is certain of it, whoever takes part
     */
    boolean reports(SentenceGraph graph, Frame frame, Dyad dyad, boolean vouched) {
        Optional<Participant> actor = dyad.actor();
        Optional<Participant> recipient = dyad.recipient();
        boolean codedActor = coded(actor);
        boolean codedRecipient = coded(recipient);
        if (frame.is(Flag.BOTH) && !(codedActor && codedRecipient)) {
            return false;
        }
        boolean arms = speaksOf(graph, Kind.ARMS);
        boolean foreign = codedActor
                && codedRecipient
                && !actor.get().actor().country().equals(recipient.get().actor().country());
        if (speaksOf(graph, Kind.DISASTER) && !arms && !foreign) {
            return false;
        }
        if (speaksOf(graph, Kind.SPORT) && frame.type().quad() == 4 && !arms) {
            return false;
        }
        if (frame.is(Flag.PERSON)
                && actor.isEmpty()
                && !arms
                && recipient.filter(Parties::armed).isEmpty()) {
            return false;
        }
        if (frame.is(Flag.WEAK) && !codedActor && !vouched) {
            return false;
        }
        if (political(actor) || political(recipient) || vouched) {
            return true;
        }
        boolean words =
                frame.type().quad() == 3 && !frame.is(Flag.WEAK) && actor.isPresent() && !speaksOf(graph, Kind.SPORT);
        return words || (arms && frame.type().quad() == 4) || frame.is(Flag.OPEN) || frame.is(Flag.PERSON);
    }

    private boolean speaksOf(SentenceGraph graph, Kind kind) {
        Set<String> words = cues.getOrDefault(kind, Set.of());
        for (int i = 0; i < graph.size(); i++) {
            if (words.contains(graph.lemma(i))) {
                return true;
            }
        }
        return false;
    }

    /** A country's, an organisation's or a state's own party: not merely "students" or "residents". */
    private static boolean political(Optional<Participant> party) {
        return party.isPresent()
                && (!party.get().actor().country().isEmpty()
                        || POLITICAL.contains(party.get().actor().sector()));
    }

    private static boolean coded(Optional<Participant> party) {
        return party.isPresent()
                && !(party.get().actor().country().isEmpty()
                        && party.get().actor().sectors().isEmpty());
    }
}
