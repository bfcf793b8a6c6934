package org.dragoman.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.event.Frame.Flag;
import org.dragoman.event.FrameMatcher.Match;

/** Finds who did it and to whom: the coded parties in the slots of a frame that fired. Made for one sentence. */
final class RoleFinder {
    private final FrameMatcher matcher;
    private final SentenceGraph graph;
    private final Parties parties;

    RoleFinder(FrameMatcher matcher, SentenceGraph graph, Parties parties) {
        this.matcher = matcher;
        this.graph = graph;
        this.parties = parties;
    }

    /** Every side named in a slot, in order of the frame's slots; the first slot that names a coded party counts. */
    List<Participant> participants(Match match, List<String> slots) {
        for (String slot : slots) {
            List<Participant> found = participants(match, slot);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Whether the other side is named beside the act ("with", "between") rather than in a complement. */
    boolean addresses(Match match) {
        return match.frame().whom().stream()
                .anyMatch(slot ->
                        !slot.equals("comp") && !participants(match, slot).isEmpty());
    }

    /** Whether two meet at home with the grammatical subject: then the other is the visitor, who acts. */
    boolean hosts(Match match) {
        int place = graph.lemma(match.trigger()).equals("meet")
                ? matcher.filler("in", match.trigger())
                : SentenceGraph.NONE;
        int subject = graph.subject(match.trigger());
        return place != SentenceGraph.NONE
                && subject != SentenceGraph.NONE
                && !country(place).isEmpty()
                && country(place).equals(country(subject))
                && !recipients(match).isEmpty();
    }

    /** Who it is done to, by the frame's slots, else the first other party inside what fills them or the trigger's object. */
    List<Participant> recipients(Match match) {
        List<String> slots = match.frame().whom();
        List<Participant> found = participants(match, slots);
        for (int i = 0; i < slots.size() && found.isEmpty(); i++) {
            int filler =
                    slots.get(i).equals("comp") ? SentenceGraph.NONE : matcher.filler(slots.get(i), match.trigger());
            found = filler == SentenceGraph.NONE ? found : foreign(filler, match);
        }
        int object = graph.noun(match.trigger()) ? match.trigger() : graph.child(match.trigger(), "obj");
        boolean sought = found.isEmpty() && !slots.isEmpty() && object != SentenceGraph.NONE;
        return sought ? foreign(object, match) : found;
    }

    private List<Participant> participants(Match match, String slot) {
        int trigger = match.trigger();
        if (slot.equals("speaker")) {
            return parties.speaker(trigger).stream().toList();
        }
        if (slot.equals("mod")) {
            int modifier = parties.modifier(trigger);
            return modifier == SentenceGraph.NONE
                    ? parties.doer(trigger).stream().toList()
                    : members(modifier, match);
        }
        if (slot.equals("comp")) {
            return complement(match);
        }
        int filler = matcher.filler(slot, trigger);
        boolean purpose = filler == SentenceGraph.NONE && slot.equals("subj") && graph.is(trigger, "acl");
        if (purpose && graph.noun(graph.head(trigger))) {
            return parties.doer(graph.head(trigger)).stream().toList(); // "Iraqi operations to retake the city"
        }
        return filler == SentenceGraph.NONE ? List.of() : members(filler, match);
    }

    private List<Participant> members(int head, Match match) {
        // Condemning an attack is directed at who attacked.
        if (Set.of("ACCUSE", "SUPPORT").contains(match.frame().type().name()) && graph.noun(head)) {
            Optional<Match> act = matcher.at(head).filter(Match::nominal);
            if (act.isPresent()) {
                return participants(act.get(), List.of("by", "poss", "mod"));
            }
        }
        List<Participant> members = parties.all(head);
        if (members.isEmpty()
                && (match.frame().is(Flag.PERSON) || match.frame().type().quad() == 3)) {
            return parties.anybody(head).stream().toList();
        }
        return members;
    }

    /** The party a complement clause is about: its own subject, else its own recipient, else the first party in it. */
    private List<Participant> complement(Match match) {
        int clause = graph.complement(match.trigger());
        if (clause == SentenceGraph.NONE) {
            return List.of();
        }
        int subject = graph.child(clause, "nsubj");
        if (subject == SentenceGraph.NONE) {
            subject = graph.child(clause, "nsubj:pass");
        }
        if (subject != SentenceGraph.NONE && parties.coded(subject)) {
            return members(subject, match);
        }
        Optional<Match> act = matcher.at(clause);
        if (act.isPresent()) {
            List<Participant> recipients =
                    participants(act.get(), act.get().frame().whom());
            if (!recipients.isEmpty()) {
                return recipients;
            }
        }
        return foreign(clause, match);
    }

    /** The first party in the phrase or clause of {@code top} other than the actor: a recipient that no slot names. */
    private List<Participant> foreign(int top, Match match) {
        int holder = graph.subject(match.anchor());
        String own = holder == SentenceGraph.NONE ? "" : country(holder);
        for (int i = top + 1; i < graph.size(); i++) {
            if (graph.noun(i) && within(top, i)) {
                String country = country(i);
                if (!country.isEmpty() && !country.equals(own)) {
                    return members(i, match);
                }
            }
        }
        return List.of();
    }

    /** Whether a token stands in the phrase or clause of {@code top}, not in a clause inside it. */
    private boolean within(int top, int token) {
        for (int i = token; i != SentenceGraph.NONE; i = graph.head(i)) {
            if (i == top) {
                return true;
            }
            if (graph.is(i, "acl") || graph.is(i, "advcl") || graph.is(i, "ccomp") || graph.is(i, "parataxis")) {
                return false;
            }
        }
        return false;
    }

    private String country(int token) {
        return parties.at(token).map(party -> party.actor().country()).orElse("");
    }
}
