package org.dragoman.predict;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The tasks by the names the command line knows them by. */
public final class Tasks {
    /** Every task, by name. */
    public static final Map<String, Task> BY_NAME = all();

    private Tasks() {}

    private static Map<String, Task> all() {
        Map<String, Task> tasks = new TreeMap<>();
        tasks.put("actors", new ActorsTask());
        tasks.put("articles", new ArticlesTask());
        tasks.put("coreference", new CoreferenceTask());
        tasks.put("entities", new EntitiesTask());
        tasks.put("events", new EventsTask());
        tasks.put("places", new PlacesTask());
        tasks.put("quotes", new QuotesTask());
        tasks.put("stories", new StoriesTask());
        tasks.put("syntax", new SyntaxTask());
        return Collections.unmodifiableMap(tasks);
    }
}
