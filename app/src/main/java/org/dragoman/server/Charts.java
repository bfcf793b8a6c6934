package org.dragoman.server;

import io.javalin.config.RoutesConfig;
import java.util.function.Function;
import org.dragoman.query.Counts;
import org.dragoman.query.Counts.Step;
import org.dragoman.query.Result;
import org.dragoman.query.Target;

/** Counts over the records that a filter means: what charts, maps and tables are drawn from. */
final class Charts {
    private static final int USUAL = 50;
    private static final int USUAL_VALUES = 12;

    private final Counts counts;

    Charts(Counts counts) {
        this.counts = counts;
    }

    void register(RoutesConfig routes, Answers answers) {
        table(
                routes,
                answers,
                "/api/series",
                question -> counts.series(question.filter(), Question.choice(question.context(), "by", Step.DAY)));
        table(routes, answers, "/api/dyads", question -> counts.dyads(question.filter(), question.limit()));
        table(routes, answers, "/api/actors", question -> counts.actors(question.filter(), question.limit()));
        table(
                routes,
                answers,
                "/api/roles",
                question -> counts.roles(
                        question.filter(), Question.parameter(question.context(), "name"), question.limit()));
        table(routes, answers, "/api/relations", question -> counts.relations(question.filter(), question.limit()));
        table(routes, answers, "/api/places", question -> counts.places(question.filter(), question.limit()));
        table(routes, answers, "/api/speakers", question -> counts.speakers(question.filter(), question.limit()));
        table(
                routes,
                answers,
                "/api/facets",
                question -> counts.facets(
                        Question.choice(question.context(), "of", Kind.EVENTS).target,
                        question.filter(),
                        Question.number(question.context(), "limit", USUAL_VALUES, 1, 100)));
    }

    /** The kinds of records that facets are counted of. */
    private enum Kind {
        EVENTS(Target.EVENTS),
        STATEMENTS(Target.STATEMENTS);

        private final Target target;

        Kind(Target target) {
            this.target = target;
        }
    }

    private static void table(RoutesConfig routes, Answers answers, String path, Function<Question, Result> answering) {
        routes.get(path, answers.of(context -> {
            Question question = Question.of(context, USUAL);
            Result found;
            try {
                found = answering.apply(question);
            } catch (IllegalArgumentException unfitting) {
                throw Problem.badRequest("filter: " + unfitting.getMessage());
            }
            return question.csv()
                    ? Answer.csv(found, "")
                    : Answer.json(json -> {
                        json.writeBooleanField("more", found.more());
                        Answer.rows(json, "items", found);
                    });
        }));
    }
}
