package org.dragoman.entity;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.text.Sentence;
import org.dragoman.text.Token;

/**
 * How something was described: by which noun, how many, and by which words beside it.
 *
 * @param noun lemma
 * @param modifiers lemmas of adjectives, compounds, numbers and of what it is of, in lower case
 */
record Description(String noun, boolean plural, Set<String> modifiers) {
    private static final Set<String> MODIFIERS = Set.of("amod", "compound", "nummod", "nmod", "nmod:poss");

    Description {
        modifiers = Set.copyOf(modifiers);
    }

    /**
     * The description that a noun phrase headed by {@code head} gives.
     *
     * @param referent a word for what a possessor refers to, the same for "Iraq's" and "its"
     */
    static Description of(Sentence sentence, Token head, Function<Token, String> referent) {
        Set<String> modifiers = sentence.children(head)
                .filter(child -> MODIFIERS.contains(child.dependency().relation()) || child.is("acl"))
                .filter(child -> !tellsWhen(child))
                .map(child -> child.is("nmod:poss")
                        ? referent.apply(child)
                        : child.lemma().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new Description(head.lemma().toLowerCase(Locale.ROOT), Cluster.plural(head), modifiers);
    }

    /** "the coalition in the last 24 hours" is still the coalition. */
    private static boolean tellsWhen(Token modifier) {
        return modifier.is("nmod") && EntityWords.SHIPPED.is(EntityWords.Type.MEASURE, modifier.lemma());
    }

    /** Whether this, said later, can mean what {@code earlier} described: it says nothing new of it. */
    boolean repeats(Description earlier) {
        return noun.equals(earlier.noun) && plural == earlier.plural && earlier.modifiers.containsAll(modifiers);
    }
}
