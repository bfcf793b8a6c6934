package org.dragoman.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Name;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Finds mentions and joins those that refer to the same entity. Immutable, safe to share between threads.
 *
 * <p>Precision first: appositions and titles; the same name; a surname or an acronym after the full name; "the official"
 * after "a Turkish official", "the organization" after NATO; pronouns to the nearest entity that fits in kind and number,
 * subjects before others.
 */
public final class CoreferenceResolver {
    /** Nouns by which a body named before is called again. */
    private static final Set<String> BODIES = Set.of(
            "organization",
            "organisation",
            "group",
            "movement",
            "party",
            "agency",
            "alliance",
            "bloc",
            "union",
            "coalition",
            "company",
            "ministry",
            "institution",
            "council",
            "committee",
            "court",
            "militia");

    /** A pronoun's antecedent is looked for among so many mentions before it. */
    private static final int MENTIONS_BACK = 40;

    /** The entities of one article; every noun phrase and pronoun belongs to exactly one. */
    public Entities resolve(Analysis analysis) {
        return new Run(analysis).entities();
    }

    /** One article's resolution. */
    private static final class Run {
        private final String text;
        private final List<Mention> mentions;
        private final NavigableMap<Integer, Name> names = new TreeMap<>();
        private final IdentityHashMap<Sentence, Integer> numbers = new IdentityHashMap<>();
        private final IdentityHashMap<Sentence, List<Mention>> bySentence = new IdentityHashMap<>();
        private final List<Cluster> clusters = new ArrayList<>();
        private final Map<Span, Cluster> byHead = new HashMap<>();
        private final Map<String, Cluster> byName = new HashMap<>();

        Run(Analysis analysis) {
            text = analysis.text();
            mentions = MentionFinder.find(analysis);
            analysis.names().forEach(name -> names.put(name.span().start(), name));
            for (Sentence sentence : analysis.sentences()) {
                numbers.put(sentence, numbers.size());
            }
            mentions.forEach(mention -> bySentence
                    .computeIfAbsent(mention.sentence(), sentence -> new ArrayList<>())
                    .add(mention));
        }

        Entities entities() {
            for (int i = 0; i < mentions.size(); i++) {
                Mention mention = mentions.get(i);
                if (!byHead.containsKey(mention.head().span())) {
                    int position = i;
                    // A title before a name belongs to the name's entity, which is made here if it isn't there yet.
                    Mention named = titled(mention);
                    join(named, antecedent(named, position).orElseGet(this::cluster));
                    if (!byHead.containsKey(mention.head().span())) {
                        join(mention, antecedent(mention, position).orElseGet(this::cluster));
                    }
                }
            }
            return new Entities(clusters.stream()
                    .map(cluster -> cluster.entity(words(cluster.mentions().get(0))))
                    .toList());
        }

        /** The name that the mention is a title of ("Foreign Secretary Boris Johnson"), else the mention itself. */
        private Mention titled(Mention mention) {
            Token head = mention.head();
            return head.dependency().relation().equals("nmod:desc")
                    ? bySentence.getOrDefault(mention.sentence(), List.of()).stream()
                            .filter(other -> other.head().index() == head.head())
                            .filter(other -> !byHead.containsKey(other.head().span()))
                            .findFirst()
                            .orElse(mention)
                    : mention;
        }

        private Cluster cluster() {
            Cluster made = new Cluster();
            clusters.add(made);
            return made;
        }

        private void join(Mention mention, Cluster cluster) {
            Optional<Name> name = ownName(mention);
            String nameWords = name.map(found -> found.span().in(text)).orElse("");
            cluster.add(mention, words(mention), name, nameWords);
            byHead.put(mention.head().span(), cluster);
            if (name.isPresent()) {
                byName.putIfAbsent(Cluster.key(nameWords), cluster);
            }
            for (Mention other : bySentence.getOrDefault(mention.sentence(), List.of())) {
                if (renames(other, mention) && !byHead.containsKey(other.head().span())) {
                    join(other, cluster);
                }
            }
        }

        private Optional<Cluster> antecedent(Mention mention, int position) {
            return switch (mention.kind()) {
                case NAME -> named(mention);
                case NOMINAL -> described(mention);
                case PRONOUN -> pronoun(mention, position);
            };
        }

        private String words(Mention mention) {
            return mention.span().in(text);
        }

        /** The name that holds the mention's head or, as in "President Erdogan", belongs to it as a part. */
        private Optional<Name> ownName(Mention mention) {
            return nameAt(mention.head()).or(() -> mention.sentence()
                    .children(mention.head())
                    .filter(child -> child.is("flat") || child.is("compound"))
                    .map(this::nameAt)
                    .flatMap(Optional::stream)
                    .filter(name -> name.type() == Name.Type.PERSON)
                    .findFirst());
        }

        private Optional<Name> nameAt(Token token) {
            return Optional.ofNullable(names.floorEntry(token.span().start()))
                    .map(Map.Entry::getValue)
                    .filter(name -> name.span().covers(token.span()));
        }

        private Optional<Cluster> named(Mention mention) {
            Optional<Name> name = ownName(mention);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            String words = name.get().span().in(text);
            String key = Cluster.key(words);
            Cluster same = byName.get(key);
            if (same != null) {
                return Optional.of(same);
            }
            boolean person = name.get().type() == Name.Type.PERSON;
            boolean acronym = words.length() > 1 && words.equals(words.toUpperCase(Locale.ROOT));
            return nearest(cluster -> person ? cluster.surnamed(key) : acronym && cluster.abbreviatedBy(key));
        }

        /** "the official" after "a Turkish official", "the organization" after NATO. */
        private Optional<Cluster> described(Mention mention) {
            Token head = mention.head();
            Sentence sentence = mention.sentence();
            boolean definite = sentence.children(head, "det")
                    .anyMatch(det -> Set.of("the", "this").contains(det.lemma()));
            boolean bare = sentence.children(head)
                    .noneMatch(
                            child -> child.is("amod") || child.is("nmod") || child.is("compound") || child.is("acl"));
            if (!definite || !bare) {
                return Optional.empty();
            }
            boolean plural = Cluster.plural(head);
            boolean body = BODIES.contains(head.lemma());
            return nearest(cluster -> cluster.calledAs(head.lemma(), plural)
                    || (body
                            && !plural
                            && (cluster.type() == Entity.Type.ORGANISATION || cluster.type() == Entity.Type.GROUP)));
        }

        private Optional<Cluster> nearest(Predicate<Cluster> fits) {
            for (int i = clusters.size() - 1; i >= 0; i--) {
                if (fits.test(clusters.get(i))) {
                    return Optional.of(clusters.get(i));
                }
            }
            return Optional.empty();
        }

        /** Whether {@code other} stands beside {@code mention} as another name for the same: apposition or title. */
        private boolean renames(Mention other, Mention mention) {
            Token head = other.head();
            return head.head() == mention.head().index()
                    && (head.is("appos") || head.dependency().relation().equals("nmod:desc"))
                    && !place(mention)
                    && !place(other)
                    && !headlineComma(other)
                    && Cluster.plural(head) == Cluster.plural(mention.head());
        }

        /** "Carter, Iraqi Prime Minister Discuss ...": in headlines a comma stands for "and". */
        private static boolean headlineComma(Mention other) {
            Sentence sentence = other.sentence();
            boolean headline = !sentence.token(sentence.size() - 1).upos().equals("PUNCT");
            return headline
                    && sentence.tokens().stream()
                            .anyMatch(token -> token.form().equals(",")
                                    && token.span().end() <= other.span().start()
                                    && token.span().end() + 1 >= other.span().start());
        }

        private boolean place(Mention mention) {
            return nameAt(mention.head())
                    .filter(name -> name.type() == Name.Type.LOCATION)
                    .isPresent();
        }

        private Optional<Cluster> pronoun(Mention mention, int position) {
            Optional<Pronoun> pronoun = Pronoun.of(mention.head().form());
            if (pronoun.isEmpty()) {
                return Optional.empty();
            }
            if (pronoun.get() == Pronoun.RELATIVE) {
                return relative(mention);
            }
            Optional<Cluster> reporter = reporter(mention).filter(cluster -> cluster.speaksAs(pronoun.get()));
            if (reporter.isPresent()) {
                return reporter;
            }
            Cluster best = null;
            int bestScore = Integer.MIN_VALUE;
            for (int i = position - 1; i >= Math.max(0, position - MENTIONS_BACK); i--) {
                Mention candidate = mentions.get(i);
                Cluster cluster = byHead.get(candidate.head().span());
                if (cluster != null && cluster.fits(pronoun.get()) && !sharesClause(mention, candidate)) {
                    int score = likelihood(candidate, mention, position - i);
                    if (score > bestScore) {
                        best = cluster;
                        bestScore = score;
                    }
                }
            }
            return Optional.ofNullable(best);
        }

        /** Who says it, in "Türkiye said it discussed ...": the subject of the clause that the pronoun's clause completes. */
        private Optional<Cluster> reporter(Mention mention) {
            Sentence sentence = mention.sentence();
            return Optional.of(mention.head())
                    .filter(head -> head.is("nsubj"))
                    .flatMap(sentence::head)
                    .filter(verb -> verb.is("ccomp"))
                    .flatMap(sentence::head)
                    .flatMap(saying -> sentence.child(saying, "nsubj"))
                    .filter(subject -> subject.index() < mention.head().index())
                    .flatMap(subject -> Optional.ofNullable(byHead.get(subject.span())));
        }

        private int likelihood(Mention candidate, Mention pronoun, int mentionsBetween) {
            int sentences = numbers.getOrDefault(pronoun.sentence(), 0) - numbers.getOrDefault(candidate.sentence(), 0);
            int score = -4 * sentences - mentionsBetween / 3;
            if (candidate.head().is("nsubj")) {
                score += 4;
            }
            return candidate.kind() == Mention.Kind.NOMINAL ? score : score + 2;
        }

        /** "The party, which ...": the noun that the relative clause hangs on. */
        private Optional<Cluster> relative(Mention mention) {
            Sentence sentence = mention.sentence();
            for (Token token = mention.head(); token.head() != Dependency.ROOT; token = sentence.token(token.head())) {
                if (token.is("acl")) {
                    return Optional.ofNullable(
                            byHead.get(sentence.token(token.head()).span()));
                }
            }
            return Optional.empty();
        }

        /** Subject and object of one verb are two parties: "Iraq attacked it". */
        private static boolean sharesClause(Mention pronoun, Mention candidate) {
            return pronoun.sentence() == candidate.sentence()
                    && pronoun.head().head() == candidate.head().head()
                    && !pronoun.head().is("nmod:poss");
        }
    }
}
