package org.dragoman.entity;

import java.util.Optional;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/**
 * What a pronoun may refer to, and how likely: near ones before far ones, subjects before others, people and bodies before
 * things, the subject of the clause beside before all. The weights were set by hand on press statements and Wikinews.
 *
 * @param mention a mention before the pronoun
 * @param cluster what it refers to
 * @param sentences how many sentences before the pronoun's
 * @param mentions how many mentions before the pronoun
 */
record Antecedent(Mention mention, Cluster cluster, int sentences, int mentions) {
    /** Beyond so many mentions an entity is no more likely to be meant. */
    private static final int MOST_SALIENT = 3;

    private static final int SENTENCE = 12;
    private static final int SUBJECT = 8;
    private static final int PARALLEL = 8;
    private static final int GOVERNS = 14;
    private static final int INSIDE = 6;
    private static final int COORDINATED = 4;
    private static final int MENTIONED = 2;

    /** Any number; the greater, the likelier. */
    int likelihood(Mention pronoun, Pronoun kind) {
        Token head = mention.head();
        int score = -SENTENCE * sentences - mentions;
        int clauses = clausesUpTo(pronoun, kind);
        score += clauses > 0 ? GOVERNS / clauses : parallel(pronoun) ? PARALLEL : 0;
        if (head.is("nsubj")) {
            score += SUBJECT;
        } else if (head.is("compound") || head.is("amod")) {
            score -= INSIDE;
        }
        score += kind == Pronoun.PLURAL && coordinated() ? COORDINATED : 0;
        score += MENTIONED * Math.min(cluster.size() - 1, MOST_SALIENT) + cluster.likeliness(kind);
        return mention.kind() == Mention.Kind.NOMINAL ? score : score + MENTIONED;
    }

    /** "After forces came under fire, they withdrew": subjects of two clauses, one of which hangs on the other. */
    private boolean parallel(Mention pronoun) {
        if (sentences != 0 || !pronoun.head().is("nsubj") || !mention.head().is("nsubj")) {
            return false;
        }
        Sentence sentence = mention.sentence();
        Optional<Token> clause = sentence.head(mention.head());
        Optional<Token> other = sentence.head(pronoun.head());
        return clause.isPresent()
                && other.isPresent()
                && (hangs(clause.get(), other.get()) || hangs(other.get(), clause.get()));
    }

    /**
     * Whether the pronoun stands in what the mention is said to do ("citizens say that they ...") or in a clause about it
     * ("citizens who say that they ...").
     */
    boolean governs(Mention pronoun, Pronoun kind) {
        return clausesUpTo(pronoun, kind) > 0;
    }

    /** How many clauses up from the pronoun that is; 0 if nowhere. */
    private int clausesUpTo(Mention pronoun, Pronoun kind) {
        if (sentences != 0) {
            return 0;
        }
        Sentence sentence = mention.sentence();
        Token head = mention.head();
        Token below = pronoun.head();
        int clauses = 1;
        for (Optional<Token> above = sentence.head(below); above.isPresent(); above = sentence.head(below)) {
            boolean about = below.is("acl") && above.get().index() == head.index();
            boolean subject = head.is("nsubj") && above.get().index() == head.head() && acts(kind);
            boolean controls = head.is("obj") && above.get().index() == head.head() && below.is("xcomp") && acts(kind);
            if (about || subject || controls) {
                return clauses;
            }
            clauses += above.get().upos().equals("VERB") ? 1 : 0;
            below = above.get();
        }
        return 0;
    }

    /** "Iraq and Jordan ... they": the first of several names and what they do stand for all. */
    boolean coordinated() {
        boolean somebody = cluster.type() != Entity.Type.OTHER || cluster.likeliness(Pronoun.PLURAL) > 0;
        return somebody
                && mention.sentence()
                        .children(mention.head())
                        .anyMatch(child -> child.is("conj") && child.upos().equals("PROPN"));
    }

    /** "it" in what a thing is said to do is hardly the thing. */
    private boolean acts(Pronoun kind) {
        return kind != Pronoun.THING || cluster.likeliness(kind) > 0 || cluster.type() != Entity.Type.OTHER;
    }

    private static boolean hangs(Token clause, Token on) {
        return clause.head() == on.index() && (clause.is("advcl") || clause.is("conj") || clause.is("parataxis"));
    }

    /** Subject and object of one verb are two parties: "Iraq attacked it". */
    static boolean sharesClause(Mention pronoun, Mention candidate) {
        return pronoun.sentence() == candidate.sentence()
                && !pronoun.head().is("nmod:poss")
                && (pronoun.head().head() == candidate.head().head() || sharesSubject(pronoun, candidate));
    }

    /** "Kerry called and urged him": the second verb has the first one's subject, who is not its object. */
    private static boolean sharesSubject(Mention pronoun, Mention candidate) {
        Sentence sentence = pronoun.sentence();
        boolean object = pronoun.head().is("obj")
                || pronoun.head().is("iobj")
                || pronoun.head().is("obl");
        if (!object || !candidate.head().is("nsubj")) {
            return false;
        }
        Optional<Token> verb = sentence.head(pronoun.head());
        while (verb.filter(found ->
                        found.is("conj") && sentence.child(found, "nsubj").isEmpty())
                .isPresent()) {
            verb = verb.flatMap(sentence::head);
            if (verb.filter(found -> found.index() == candidate.head().head()).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
