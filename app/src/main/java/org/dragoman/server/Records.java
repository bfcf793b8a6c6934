package org.dragoman.server;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.dragoman.query.Field;
import org.dragoman.query.Filter;
import org.dragoman.query.Hit;
import org.dragoman.query.HitWriter;
import org.dragoman.query.Query;
import org.dragoman.query.Result;
import org.dragoman.query.ResultWriter;
import org.dragoman.query.Target;

/** The records of an archive: lists by filter, and each by its id with all that belongs to it. */
final class Records {
    private static final int USUAL = 50;
    /** No article has more reports or statements, and no event is told more often. */
    private static final int EVERY = 20_000;

    private final Query query;

    Records(Query query) {
        this.query = query;
    }

    void register(RoutesConfig routes, Answers answers) {
        routes.get("/api/events", answers.of(context -> list(Question.of(context, USUAL), Target.EVENTS)));
        routes.get("/api/reports", answers.of(context -> list(Question.of(context, USUAL), Target.REPORTS)));
        routes.get("/api/statements", answers.of(context -> list(Question.of(context, USUAL), Target.STATEMENTS)));
        routes.get("/api/articles", answers.of(context -> list(Question.of(context, USUAL), Target.ARTICLES)));
        routes.get("/api/search", answers.of(context -> search(Question.of(context, USUAL))));
        routes.get("/api/events/{id}", answers.of(this::event));
        routes.get("/api/articles/{id}", answers.of(this::article));
    }

    private Answer list(Question question, Target target) {
        try {
            Filter filter = target == Target.ARTICLES ? question.ofArticles() : question.filter();
            int offset = question.offset();
            int limit = question.limit();
            Result found =
                    switch (target) {
                        case EVENTS -> query.events(filter, offset, limit);
                        case REPORTS -> query.reports(filter, offset, limit);
                        case STATEMENTS -> query.statements(filter, offset, limit);
                        case ARTICLES -> query.articles(filter, offset, limit);
                    };
            String next = found.more() && limit > 0 ? question.next() : "";
            if (question.csv()) {
                return Answer.csv(found, next);
            }
            long total = query.count(target, filter);
            return Answer.json(next, json -> {
                json.writeNumberField("total", total);
                json.writeNumberField("offset", offset);
                json.writeNumberField("limit", limit);
                Answer.rows(json, "items", found);
            });
        } catch (IllegalArgumentException unfitting) {
            throw Problem.badRequest("filter: " + unfitting.getMessage());
        }
    }

    private Answer search(Question question) {
        try {
            Query.Hits found = query.search(question.ofArticles(), question.offset(), question.limit());
            boolean more = found.total() > question.offset() + (long) question.limit() && question.limit() > 0;
            return Answer.json(more ? question.next() : "", json -> {
                json.writeNumberField("total", found.total());
                json.writeNumberField("offset", question.offset());
                json.writeNumberField("limit", question.limit());
                json.writeArrayFieldStart("items");
                for (Hit hit : found.best()) {
                    HitWriter.write(hit, json);
                }
                json.writeEndArray();
            });
        } catch (IllegalArgumentException unfitting) {
            throw Problem.badRequest("filter: " + unfitting.getMessage());
        }
    }

    private Answer event(Context context) {
        Filter wanted = having(Field.EVENT, Question.id(context));
        Result event = query.events(wanted, 0, 1);
        if (event.rows().isEmpty()) {
            throw Problem.notFound("the archive has no event of that id");
        }
        Result reports = query.reports(wanted, 0, EVERY);
        return Answer.json(json -> {
            one(json, "event", event);
            Answer.rows(json, "reports", reports);
        });
    }

    private Answer article(Context context) {
        long id = Question.id(context);
        Result article = query.article(id);
        if (article.rows().isEmpty()) {
            throw Problem.notFound("the archive has no article of that id");
        }
        Filter inIt = having(Field.ARTICLE, id);
        Result reports = query.reports(inIt, 0, EVERY);
        Result statements = query.statements(inIt, 0, EVERY);
        Result entities = query.entities(id);
        return Answer.json(json -> {
            one(json, "article", article);
            Answer.rows(json, "reports", reports);
            Answer.rows(json, "statements", statements);
            Answer.rows(json, "entities", entities);
        });
    }

    private static Filter having(Field field, long id) {
        return new Filter.Term(field, List.of(Long.toString(id)));
    }

    private static void one(JsonGenerator json, String name, Result result) throws IOException {
        json.writeFieldName(name);
        ResultWriter.object(json, result.columns(), result.rows().get(0));
    }
}
