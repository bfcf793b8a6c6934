package org.dragoman.archive;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.dragoman.Reading;
import org.dragoman.actor.Actor;
import org.dragoman.actor.Cast;
import org.dragoman.article.Article;
import org.dragoman.entity.Entities;
import org.dragoman.event.Event;
import org.dragoman.event.EventType;
import org.dragoman.event.Participant;
import org.dragoman.event.Size;
import org.dragoman.nlp.Analysis;
import org.dragoman.page.Page;
import org.dragoman.text.Span;

/** Pages with results as if read, made up without the model: the same number gives the same page. */
final class MadePages {
    private static final List<String> COUNTRIES =
            List.of("USA", "RUS", "CHN", "IRQ", "SYR", "TUR", "GBR", "FRA", "DEU", "IRN");
    private static final List<EventType> TYPES = List.of(
            new EventType("CONSULT", 1, 2.5, false),
            new EventType("ACCUSE", 3, -3, false),
            new EventType("ASSAULT", 4, -9, false));
    private static final List<String> CAMEO = List.of("036", "111", "190");

    private MadePages() {}

    static ReadPage page(int number) {
        Random random = new Random(number);
        StringBuilder body = new StringBuilder();
        List<Event> events = new ArrayList<>();
        String title = "Story " + number;
        int offset = title.length() + 2;
        for (int i = 0; i < 12; i++) {
            int start = offset + body.length();
            String verb = word(random);
            body.append(word(random)).append(' ');
            int trigger = offset + body.length();
            body.append(verb);
            for (int j = 0; j < 12; j++) {
                body.append(' ').append(word(random));
            }
            body.append(".\n");
            if (i < 3) {
                Span sentence = new Span(start, offset + body.length() - 1);
                int type = random.nextInt(TYPES.size());
                events.add(new Event(
                        TYPES.get(type),
                        "",
                        List.of(),
                        CAMEO.get(type),
                        0,
                        Optional.of(party(random, sentence)),
                        Optional.of(party(random, sentence)),
                        Optional.empty(),
                        Optional.empty(),
                        Size.UNKNOWN,
                        Set.of(),
                        0.8,
                        new Event.Evidence(
                                sentence, new Span(trigger, trigger + verb.length()), false, false, "made")));
            }
        }
        String url = "https://example.org/" + number;
        Article article = new Article(
                url,
                title,
                List.of(),
                Optional.of(LocalDate.of(2016, 1, 1).plusDays(number / 5)),
                Optional.of("Outlet " + number % 7),
                "en",
                body.toString(),
                List.of());
        return page(article, events);
    }

    /** A page with one article in which nothing but events were found. */
    static ReadPage page(Article article, List<Event> events) {
        Reading reading = new Reading(
                article,
                new Analysis(article.text(), List.of(), List.of(), List.of()),
                new Cast(new Entities(List.of()), Map.of()),
                List.of(),
                List.of(),
                List.of(),
                events);
        return new ReadPage(Page.of(article.url(), article.url().getBytes(StandardCharsets.UTF_8)), List.of(reading));
    }

    private static Participant party(Random random, Span sentence) {
        String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        return new Participant(
                new Span(sentence.start(), sentence.start() + 3),
                new Actor("Government of " + country, country, List.of("GOV"), "", Actor.Basis.TABLE));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
