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
    private static final EntityWords WORDS = EntityWords.SHIPPED;

    /** Determiners of what was spoken of before; a possessive does as well. */
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");

    private static final Set<String> INDEFINITE =
            Set.of("a", "an", "another", "some", "any", "no", "each", "every", "other", "many", "several", "more");

    /** A pronoun's antecedent is looked for among so many mentions before it. */
    private static final int MENTIONS_BACK = 40;

    /** A person's, who is called by a pronoun for long, among so many. */
    private static final int PEOPLE_BACK = 120;

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
            boolean title = head.dependency().relation().equals("nmod:desc");
            return bySentence.getOrDefault(mention.sentence(), List.of()).stream()
                    .filter(other -> title ? other.head().index() == head.head() : besideName(mention, other))
                    .filter(other -> !byHead.containsKey(other.head().span()))
                    .findFirst()
                    .orElse(mention);
        }

        /** "leader Muammar Gaddafi": a title right before a name, which the parser took for one more subject. */
        private boolean besideName(Mention title, Mention name) {
            Token head = title.head();
            return title.kind() == Mention.Kind.NOMINAL
                    && head.is("nsubj")
                    && name.head().is("nsubj")
                    && head.head() == name.head().head()
                    && head.index() + 1 == name.head().index()
                    && WORDS.person(head.lemma())
                    && nameAt(name.head())
                            .filter(found -> found.type() == Name.Type.PERSON)
                            .isPresent();
        }

        private Cluster cluster() {
            Cluster made = new Cluster(clusters.size());
            clusters.add(made);
            return made;
        }

        private void join(Mention mention, Cluster cluster) {
            Optional<Name> name = ownName(mention);
            String nameWords = name.map(found -> found.span().in(text)).orElse("");
            cluster.add(mention, words(mention), name, nameWords, this::referent);
            byHead.put(mention.head().span(), cluster);
            if (name.isPresent()) {
                byName.putIfAbsent(Cluster.key(nameWords), cluster);
            }
            for (Mention other : bySentence.getOrDefault(mention.sentence(), List.of())) {
                if ((renames(other, mention) || besideName(other, mention))
                        && !byHead.containsKey(other.head().span())) {
                    join(other, cluster);
                }
            }
        }

        /** A word for the entity that a possessor refers to; the possessor's own if it is not known yet. */
        private String referent(Token possessor) {
            Cluster cluster = byHead.get(possessor.span());
            return cluster == null ? possessor.lemma() : "possessor " + cluster.number();
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
            boolean title = WORDS.person(mention.head().lemma().toLowerCase(Locale.ROOT))
                    || mention.head().upos().equals("PROPN"); // "the Asad regime" is no person
            return nameAt(mention.head()).or(() -> mention.sentence()
                    .children(mention.head())
                    .filter(child -> title && (child.is("flat") || child.is("compound")))
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
                String word = Cluster.key(words(mention));
                Optional<Cluster> person = mayBeSurname(mention, words(mention))
                        ? nearest(cluster -> cluster.surnamed(word))
                        : Optional.empty();
                return person.or(() -> described(mention)); // "the President" is written like a name
            }
            String words = name.get().span().in(text);
            String key = Cluster.key(words);
            Cluster same = byName.get(key);
            if (same != null) {
                return Optional.of(same);
            }
            boolean definite = mention.sentence().children(mention.head()).anyMatch(child -> child.lemma()
                    .equals("the"));
            if (definite && name.get().type() != Name.Type.PERSON) {
                Optional<Cluster> longer = nearest(cluster -> cluster.namedAfter(key)); // "the Church" of Scientology
                if (longer.isPresent()) {
                    return longer;
                }
            }
            boolean person = name.get().type() == Name.Type.PERSON || mayBeSurname(mention, words);
            boolean acronym = words.length() > 1 && words.equals(words.toUpperCase(Locale.ROOT));
            return nearest(cluster -> person ? cluster.surnamed(key) : acronym && cluster.abbreviatedBy(key))
                    .or(() -> nearest(cluster -> cluster.shipNamed(key)));
        }

        /** "Paris claims ..." of Valeska Paris: one word that neither "in" nor "the" nor another noun makes something else. */
        private static boolean mayBeSurname(Mention mention, String name) {
            return name.indexOf(' ') < 0
                    && (mention.head().is("nsubj")
                            || mention.head().is("nmod:poss")
                            || mention.head().is("obj"))
                    && mention.sentence()
                            .children(mention.head())
                            .noneMatch(child -> child.is("case") || child.is("det"));
        }

        /** "the official" after "a Turkish official", "the organization" after NATO, "the country" after Iraq. */
        private Optional<Cluster> described(Mention mention) {
            Token head = mention.head();
            Sentence sentence = mention.sentence();
            Description description = Description.of(sentence, head, this::referent);
            boolean indefinite = sentence.children(head).anyMatch(child -> INDEFINITE.contains(child.lemma()));
            boolean definite = sentence.children(head).anyMatch(child -> DEFINITE.contains(child.lemma()));
            boolean credits = head.index() + 1 < sentence.size()
                    && sentence.token(head.index() + 1).form().equals(":"); // "Image: Nick Moreau"
            if (indefinite || credits || WORDS.is(EntityWords.Type.MEASURE, description.noun())) {
                return Optional.empty();
            }
            Optional<Cluster> same = nearest(cluster -> cluster.calledAs(description));
            String noun = description.noun();
            boolean pointed =
                    sentence.children(head).anyMatch(child -> child.lemma().equals("this"))
                            && WORDS.is(EntityWords.Type.BODY, noun); // "this terrorist organization"
            boolean says = !pointed && !description.modifiers().isEmpty();
            if (same.isPresent() || !definite || says || description.plural()) {
                return same;
            }
            Optional<Cluster> longer = nearest(cluster -> cluster.namedAfter(noun));
            if (longer.isPresent()) {
                return longer;
            }
            if (WORDS.is(EntityWords.Type.BODY, noun)) {
                return nearest(
                        cluster -> cluster.type() == Entity.Type.ORGANISATION || cluster.type() == Entity.Type.GROUP);
            }
            boolean place = WORDS.is(EntityWords.Type.LAND, noun) || WORDS.is(EntityWords.Type.TOWN, noun);
            return place ? nearest(cluster -> cluster.type() == Entity.Type.LOCATION) : Optional.empty();
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
            boolean another = words(other).startsWith("and ");
            return head.head() == mention.head().index()
                    && !another
                    && (head.is("appos") || head.dependency().relation().equals("nmod:desc"))
                    && !place(mention)
                    && !place(other)
                    && !headlineComma(other)
                    && !credit(mention, other)
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

        /** "Image: Nick Moreau" */
        private static boolean credit(Mention mention, Mention other) {
            Sentence sentence = mention.sentence();
            int first = Math.min(mention.head().index(), other.head().index());
            int last = Math.max(mention.head().index(), other.head().index());
            return sentence.tokens().subList(first, last).stream()
                    .anyMatch(token -> token.form().equals(":"));
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
            String form = mention.head().form();
            if (pronoun.get() == Pronoun.SPEAKER || pronoun.get() == Pronoun.SPEAKERS) {
                boolean alone = pronoun.get() == Pronoun.SPEAKER;
                return (alone ? speaker(mention) : Optional.<Cluster>empty()).or(() -> lastSpeaker(position, alone));
            }
            Optional<Cluster> reporter = reporter(mention).filter(cluster -> cluster.speaksAs(pronoun.get(), form));
            if (reporter.isPresent()) {
                return reporter;
            }
            Cluster best = null;
            int bestScore = Integer.MIN_VALUE;
            int back = pronoun.get() == Pronoun.PERSON ? PEOPLE_BACK : MENTIONS_BACK;
            for (int i = position - 1; i >= Math.max(0, position - back); i--) {
                Mention candidate = mentions.get(i);
                Cluster cluster = byHead.get(candidate.head().span());
                boolean relative = Pronoun.of(candidate.head().form())
                        .filter(Pronoun.RELATIVE::equals)
                        .isPresent();
                if (cluster == null || relative || Antecedent.sharesClause(mention, candidate)) {
                    continue;
                }
                int sentences =
                        numbers.getOrDefault(mention.sentence(), 0) - numbers.getOrDefault(candidate.sentence(), 0);
                Antecedent antecedent = new Antecedent(candidate, cluster, sentences, position - i);
                if (cluster.fits(pronoun.get(), form)
                        || (pronoun.get() == Pronoun.PLURAL && antecedent.coordinated())
                        || (cluster.mayBePerson(pronoun.get()) && antecedent.governs(mention, pronoun.get()))) {
                    int score = antecedent.likelihood(mention, pronoun.get());
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

        /** Who says it, in "I hope so," he said: the subject of the verb that the speech hangs on, or that hangs on it. */
        private Optional<Cluster> speaker(Mention mention) {
            Sentence sentence = mention.sentence();
            Token token = mention.head();
            while (true) {
                Optional<Cluster> subject = saying(sentence, token)
                        .flatMap(verb -> sentence.child(verb, "nsubj"))
                        .filter(found -> !found.span().equals(mention.head().span()))
                        .flatMap(found -> Optional.ofNullable(byHead.get(found.span())))
                        .filter(cluster ->
                                cluster.fits(Pronoun.PERSON, mention.head().form()));
                if (subject.isPresent() || token.head() == Dependency.ROOT) {
                    return subject;
                }
                token = sentence.token(token.head());
            }
        }

        /** Who said "I", or "we", in this sentence or the one before. */
        private Optional<Cluster> lastSpeaker(int position, boolean alone) {
            int number = numbers.getOrDefault(mentions.get(position).sentence(), 0);
            Pronoun sought = alone ? Pronoun.SPEAKER : Pronoun.SPEAKERS;
            for (int i = position - 1; i >= 0; i--) {
                Mention before = mentions.get(i);
                if (number - numbers.getOrDefault(before.sentence(), 0) > 1) {
                    break;
                }
                if (Pronoun.of(before.head().form()).filter(sought::equals).isPresent()) {
                    return Optional.ofNullable(byHead.get(before.head().span()));
                }
            }
            return Optional.empty();
        }

        private static Optional<Token> saying(Sentence sentence, Token speech) {
            return speech.is("ccomp")
                    ? sentence.head(speech)
                    : sentence.child(speech, "parataxis").or(() -> sentence.child(speech, "ccomp"));
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
    }
}
