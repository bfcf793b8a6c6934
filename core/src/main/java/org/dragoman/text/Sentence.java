package org.dragoman.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sentence's tokens and the dependency tree over them. Immutable.
 *
 * <pre>{@code
 * Token verb = sentence.root();
 * Optional<Token> subject = sentence.child(verb, "nsubj");
 * Span whole = sentence.subtree(subject.get());     // "the Iraqi foreign minister"
 * }</pre>
 */
public final class Sentence {
    private final Span span;
    private final List<Token> tokens;
    private final int[][] children;

    /**
     * @param span from the first token's start to the last token's end
     * @param tokens at least one, in text order, each {@link Token#index()} its position; heads form a tree with one root
     * @throws IllegalArgumentException if there is no token, or a token lies outside {@code span} or has an impossible head
     */
    public Sentence(Span span, List<Token> tokens) {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a sentence needs a token at " + span);
        }
        this.span = span;
        this.tokens = List.copyOf(tokens);
        int[] counts = new int[tokens.size()];
        for (Token token : tokens) {
            if (!span.covers(token.span()) || token.head() < Dependency.ROOT || token.head() >= tokens.size()) {
                throw new IllegalArgumentException("token does not fit its sentence " + span + ": " + token);
            }
            if (token.head() >= 0) {
                counts[token.head()]++;
            }
        }
        children = new int[counts.length][];
        Arrays.setAll(children, i -> new int[counts[i]]);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            int head = tokens.get(i).head();
            if (head >= 0) {
                children[head][--counts[head]] = i;
            }
        }
    }

    public Span span() {
        return span;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public Token token(int index) {
        return tokens.get(index);
    }

    public int size() {
        return tokens.size();
    }

    /** The token without a governor. */
    public Token root() {
        return tokens.stream()
                .filter(token -> token.head() == Dependency.ROOT)
                .findFirst()
                .orElseThrow();
    }

    /** The token that governs {@code token}; empty for the root. */
    public Optional<Token> head(Token token) {
        return token.head() == Dependency.ROOT ? Optional.empty() : Optional.of(tokens.get(token.head()));
    }

    /** Direct dependents in text order. */
    public Stream<Token> children(Token token) {
        return IntStream.of(children[token.index()]).mapToObj(tokens::get);
    }

    /** Direct dependents whose relation is {@code relation} or a subtype of it, in text order. */
    public Stream<Token> children(Token token, String relation) {
        return children(token).filter(child -> child.is(relation));
    }

    /** The first direct dependent by {@code relation} or a subtype of it. */
    public Optional<Token> child(Token token, String relation) {
        return children(token, relation).findFirst();
    }

    /** Whether {@code ancestor} governs {@code token} over any number of steps, or is it. */
    public boolean governs(Token ancestor, Token token) {
        for (int i = token.index(); i != Dependency.ROOT; i = tokens.get(i).head()) {
            if (i == ancestor.index()) {
                return true;
            }
        }
        return false;
    }

    /** From the first to the last token at or under {@code token}; may enclose words that hang elsewhere. */
    public Span subtree(Token token) {
        // A hostile sentence's tree is as deep as it is long, so this keeps its own stack.
        Deque<Token> open = new ArrayDeque<>(List.of(token));
        Span whole = token.span();
        while (!open.isEmpty()) {
            Token next = open.pop();
            whole = whole.union(next.span());
            for (int child : children[next.index()]) {
                open.push(tokens.get(child));
            }
        }
        return whole;
    }

    /** The tokens that share a code unit with {@code range}, in text order. */
    public List<Token> tokensIn(Span range) {
        return tokens.stream().filter(token -> token.span().overlaps(range)).toList();
    }

    @Override
    public String toString() {
        return "Sentence" + span + tokens.stream().map(Token::form).toList();
    }
}
