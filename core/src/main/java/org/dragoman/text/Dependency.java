package org.dragoman.text;

/**
 * A token's place in its sentence's Universal Dependencies tree.
 *
 * @param head index of the governing token in the same sentence, or {@link #ROOT} for the root
 * @param relation UD relation with its subtype, such as {@code nsubj:pass}; {@code root} for the root
 * @see <a href="https://universaldependencies.org/u/dep/">Universal Dependencies relations</a>
 */
public record Dependency(int head, String relation) {
    /** Head of a sentence's root. */
    public static final int ROOT = -1;

    /** Whether the relation is {@code name} or a subtype of it: {@code nsubj:pass} is an {@code nsubj}. */
    public boolean is(String name) {
        return relation.startsWith(name)
                && (relation.length() == name.length() || relation.charAt(name.length()) == ':');
    }
}
