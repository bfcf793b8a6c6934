package org.dragoman.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/**
 * A sentence's dependency tree with the grammatical turns undone: who is the deep subject and object of a verb, whatever
 * the passive, control, coordination, relative clause or participle around it. Tokens are known by index; {@link #NONE}
 * stands for no token. Not shared between threads.
 */
final class SentenceGraph {
    static final int NONE = Dependency.ROOT;

    private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom", "whose");
    private static final Set<String> OBJECT_CONTROL = Set.of(
            "urge",
            "ask",
            "order",
            "tell",
            "allow",
            "force",
            "permit",
            "invite",
            "encourage",
            "advise",
            "help",
            "warn",
            "command",
            "instruct",
            "compel",
            "require",
            "request",
            "let",
            "make",
            "enable",
            "expect",
            "want",
            "accuse",
            "persuade",
            "push",
            "press",
            "call",
            "beg",
            "implore",
            "exhort",
            "authorize",
            "authorise",
            "prevent",
            "see");
    private static final int DEPTH = 12;

    private final Sentence sentence;
    private final String[] lemmas;
    private final int[][] children;

    SentenceGraph(Sentence sentence) {
        this.sentence = sentence;
        lemmas = new String[sentence.size()];
        children = new int[lemmas.length][];
        for (Token token : sentence.tokens()) {
            lemmas[token.index()] = lemma(token);
            children[token.index()] =
                    sentence.children(token).mapToInt(Token::index).toArray();
        }
    }

    /** The lemma in lower case; a present form that was tagged as another ("condemns" as a participle) is mended. */
    private static String lemma(Token token) {
        String lemma = token.lemma().toLowerCase(Locale.ROOT);
        boolean mistagged = token.upos().equals("VERB")
                && !token.xpos().equals("VBZ")
                && lemma.length() > 4
                && lemma.endsWith("s")
                && !lemma.endsWith("ss")
                && lemma.equals(token.form().toLowerCase(Locale.ROOT));
        if (!mistagged) {
            return lemma;
        }
        if (lemma.endsWith("ies")) {
            return lemma.substring(0, lemma.length() - 3) + "y";
        }
        boolean sibilant = lemma.endsWith("ches") || lemma.endsWith("shes") || lemma.endsWith("sses");
        return lemma.substring(0, lemma.length() - (sibilant ? 2 : 1));
    }

    Sentence sentence() {
        return sentence;
    }

    int size() {
        return lemmas.length;
    }

    Token token(int i) {
        return sentence.token(i);
    }

    /** Lower-case lemma, of names too. */
    String lemma(int i) {
        return lemmas[i];
    }

    int head(int i) {
        return token(i).head();
    }

    boolean is(int i, String relation) {
        return token(i).is(relation);
    }

    int[] children(int i) {
        return children[i];
    }

    boolean verb(int i) {
        return token(i).upos().equals("VERB")
                || token(i).xpos().startsWith("VB")
                || token(i).upos().equals("AUX");
    }

    boolean noun(int i) {
        String upos = token(i).upos();
        return upos.equals("NOUN") || upos.equals("PROPN");
    }

    /** First dependent by {@code relation} or a subtype of it. */
    int child(int i, String relation) {
        for (int child : children[i]) {
            if (is(child, relation)) {
                return child;
            }
        }
        return NONE;
    }

    /** First direct dependent with that lemma. */
    int childWithLemma(int i, String lemma) {
        for (int child : children[i]) {
            if (lemmas[child].equals(lemma)) {
                return child;
            }
        }
        return NONE;
    }

    /** Whether an infinitive's "to" or a conjunction with that lemma introduces the clause. */
    boolean marked(int i, String lemma) {
        for (int child : children[i]) {
            if ((is(child, "mark") || (is(child, "aux") && lemma.equals("to"))) && lemmas[child].equals(lemma)) {
                return true;
            }
        }
        return false;
    }

    /** The clause's predicate is a noun or adjective with a copula, or stands after "seem", "remain" or "become". */
    boolean predicative(int i) {
        if (child(i, "cop") != NONE || child(i, "aux:pass") != NONE) {
            return true;
        }
        int head = head(i);
        return head != NONE
                && ((is(i, "xcomp")
                                && Set.of("remain", "seem", "become", "feel", "stay", "appear", "look", "stand")
                                        .contains(lemmas[head]))
                        || (is(i, "conj") && !noun(i) && predicative(head)));
    }

    /** The verb is a passive participle, bare ones ("the man killed") included. */
    boolean passive(int i) {
        if (child(i, "nsubj:pass") != NONE || child(i, "aux:pass") != NONE || child(i, "csubj:pass") != NONE) {
            return true;
        }
        if (!token(i).xpos().equals("VBN") || child(i, "aux") != NONE) {
            return false;
        }
        if ((is(i, "acl") && !is(i, "acl:relcl")) || is(i, "amod")) {
            return true;
        }
        if (is(i, "advcl") || head(i) == NONE) {
            return child(i, "obj") == NONE && child(i, "nsubj") == NONE;
        }
        return is(i, "conj") && child(i, "nsubj") == NONE && passive(head(i));
    }

    /** Deep subject: who acts. */
    int subject(int i) {
        return subject(i, DEPTH);
    }

    private int subject(int i, int depth) {
        if (depth == 0) {
            return NONE;
        }
        if (passive(i)) {
            return agent(i);
        }
        return surfaceSubject(i, depth);
    }

    /** The "by" phrase of a passive. */
    private int agent(int i) {
        int agent = argument(i, "by");
        return agent == NONE && is(i, "conj") && passive(head(i)) ? argument(head(i), "by") : agent;
    }

    private int surfaceSubject(int i, int depth) {
        int own = child(i, "nsubj");
        if (own != NONE) {
            return antecedent(own, i);
        }
        int head = head(i);
        if (head == NONE || depth == 0) {
            return NONE;
        }
        if (is(i, "conj")) {
            return noun(i) && !noun(head)
                    ? NONE
                    : passive(head) && !passive(i) ? surface(head, depth - 1) : surfaceSubject(head, depth - 1);
        }
        if (is(i, "xcomp") || is(i, "advcl") || (is(i, "ccomp") && marked(i, "to"))) {
            if (OBJECT_CONTROL.contains(lemmas[head])) {
                int object = object(head, depth - 1);
                if (object != NONE) {
                    return object;
                }
                int addressee = argument(head, "on");
                if (addressee != NONE) {
                    return addressee;
                }
            }
            return surface(head, depth - 1);
        }
        if (is(i, "acl") && !passive(i)) {
            return noun(head) && (marked(i, "to") || gerund(i)) ? holder(head, depth - 1) : head;
        }
        return NONE;
    }

    /** The grammatical subject, of a passive too, shared and controlled ones included. */
    int surface(int i) {
        return surface(i, DEPTH);
    }

    private int surface(int i, int depth) {
        int passive = child(i, "nsubj:pass");
        return passive != NONE ? antecedent(passive, i) : surfaceSubject(i, depth);
    }

    /** "-ing" after a preposition: "progress in clearing", "the idea of meeting". */
    private boolean gerund(int i) {
        return token(i).xpos().equals("VBG") && child(i, "mark") != NONE;
    }

    /** Whose decision, plan or promise a noun is: possessor, modifier, or the subject of its light verb. */
    private int holder(int noun, int depth) {
        int possessor = child(noun, "nmod:poss");
        if (possessor != NONE) {
            return possessor;
        }
        int head = head(noun);
        return head != NONE && depth > 0 && is(noun, "obj") ? subject(head, depth - 1) : NONE;
    }

    /** What a relative pronoun stands for; any other token itself. */
    private int antecedent(int i, int clause) {
        if (RELATIVE.contains(lemmas[i]) && is(clause, "acl") && head(clause) != NONE) {
            return head(clause);
        }
        int outer = head(clause);
        if (RELATIVE.contains(lemmas[i]) && is(clause, "conj") && outer != NONE && is(outer, "acl")) {
            return head(outer);
        }
        return i;
    }

    /** Deep object: what is acted upon. */
    int object(int i) {
        return object(i, DEPTH);
    }

    private int object(int i, int depth) {
        if (depth == 0) {
            return NONE;
        }
        if (passive(i)) {
            int subject = child(i, "nsubj:pass");
            if (subject == NONE) {
                subject = child(i, "nsubj");
            }
            if (subject != NONE) {
                return antecedent(subject, i);
            }
            int head = head(i);
            if (head == NONE) {
                return NONE;
            }
            if (is(i, "acl") || is(i, "amod")) {
                return head;
            }
            return is(i, "conj")
                    ? object(head, depth - 1)
                    : is(i, "advcl") || is(i, "xcomp") ? surface(head, depth - 1) : NONE;
        }
        int own = child(i, "obj");
        if (own == NONE && OBJECT_CONTROL.contains(lemmas[i])) {
            own = child(i, "iobj"); // "urged Israel to withdraw"
        }
        if (own == NONE) {
            own = bareOblique(i);
        }
        if (own == NONE) {
            own = strayedObject(i);
        }
        if (own != NONE) {
            return antecedent(own, i);
        }
        int head = head(i);
        if (is(i, "acl:relcl")
                && child(i, "nsubj") != NONE
                && !RELATIVE.contains(lemmas[child(i, "nsubj")])
                && child(i, "obl") == NONE
                && child(i, "ccomp") == NONE) {
            return head;
        }
        if (is(i, "conj") && head != NONE && verb(head)) {
            int shared = child(head, "obj");
            return shared > i ? shared : NONE;
        }
        for (int child : children[i]) {
            if (is(child, "conj") && verb(child) && child(child, "nsubj") == NONE) {
                int shared = child(child, "obj");
                if (shared != NONE && shared < child + 6 && adjacent(i, child)) {
                    return shared;
                }
            }
        }
        return NONE;
    }

    /** Whether only a conjunction stands between two coordinated verbs: "struck and killed". */
    private boolean adjacent(int first, int second) {
        return second - first <= 2;
    }

    /**
     * The argument with a preposition, the clause so marked, or the adverb or particle with that lemma; looked for under
     * the trigger, then under its object, then under the verb it is coordinated with.
     */
    int argument(int i, String word) {
        int found = under(i, word);
        if (found == NONE && !noun(i)) {
            int object = child(i, "obj");
            if (object != NONE) {
                found = under(object, word);
            }
        }
        return found;
    }

    /** A noun that the parser took for an oblique though nothing introduces it: an object, unless it tells the time. */
    private int bareOblique(int i) {
        for (int child : children[i]) {
            if (child > i && is(child, "obl") && token(child).upos().equals("NOUN") && child(child, "case") == NONE) {
                return child;
            }
        }
        return NONE;
    }

    /** "met the minister to discuss": what stands before the "to" is the first verb's, though the parser gave it to the second. */
    private int strayedObject(int i) {
        for (int clause : children[i]) {
            int to = is(clause, "advcl") ? childWithLemma(clause, "to") : NONE;
            for (int child : children[clause]) {
                boolean noun = is(child, "nsubj") || is(child, "iobj") || is(child, "obj");
                if (noun && i < child && child < to && child(child, "case") == NONE) {
                    return child;
                }
            }
        }
        return NONE;
    }

    /** Whether a phrase right under {@code i} is introduced by that word, among others: "out of the talks". */
    boolean hasOblique(int i, String word) {
        for (int child : children[i]) {
            if (is(child, "obl")) {
                for (int grandchild : children[child]) {
                    if (lemmas[grandchild].equals(word) && is(grandchild, "case")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private int under(int i, String word) {
        for (int child : children[i]) {
            String relation = token(child).dependency().relation();
            if (relation.startsWith("obl")
                    || relation.startsWith("nmod")
                    || relation.startsWith("advcl")
                    || relation.startsWith("acl")) {
                for (int grandchild : children[child]) {
                    if (lemmas[grandchild].equals(word)
                            && (is(grandchild, "case") || (is(grandchild, "mark") && !word.equals("to")))) {
                        return child;
                    }
                }
            } else if (lemmas[child].equals(word)
                    && (relation.startsWith("advmod") || relation.startsWith("compound:prt"))) {
                return child;
            }
        }
        return NONE;
    }

    /** The preposition before a noun phrase, or empty. */
    String preposition(int i) {
        int child = child(i, "case");
        return child == NONE ? "" : lemmas[child];
    }

    /** A complement clause's predicate. */
    int complement(int i) {
        for (int child : children[i]) {
            if ((is(child, "xcomp") && (verb(child) || child(child, "mark") != NONE || child(child, "cop") != NONE))
                    || is(child, "ccomp")
                    || is(child, "csubj")
                    || ((is(child, "advcl") || is(child, "acl")) && marked(child, "to"))) {
                return child;
            }
        }
        if (!noun(i)) {
            int object = child(i, "obj");
            if (object != NONE && noun(object)) {
                for (int child : children[object]) {
                    if (is(child, "acl") && marked(child, "to")) {
                        return child;
                    }
                }
            }
        }
        return NONE;
    }

    /** The noun phrase's head and the heads coordinated with it, in text order. */
    List<Integer> members(int i) {
        List<Integer> members = new ArrayList<>();
        members.add(i);
        for (int child : children[i]) {
            boolean coordinated = is(child, "conj") || (is(child, "appos") && coordinated(child));
            if (coordinated && !verb(child)) {
                members.add(child);
            }
        }
        return members;
    }

    /** "leader Gaddafi and President Zhivkov": what "and" introduces is no apposition, whatever the parser says. */
    private boolean coordinated(int i) {
        int first = i;
        while (first > 0 && governs(i, first - 1)) {
            first--;
        }
        return lemmas[first].equals("and");
    }

    /** Whether the phrase of {@code i} has the token {@code other} in it. */
    boolean governs(int i, int other) {
        return sentence.governs(token(i), token(other));
    }
}
