package org.dragoman.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of authors out of bylines. */
final class Credits {
    private static final int LONGEST_BYLINE = 120;
    private static final int LONGEST_NAME = 50;
    private static final int MOST_WORDS = 6;
    private static final Pattern BYLINE = Pattern.compile(
            "(?:[Bb]y|BY|Von|Par|Por|Di|Words by|Written by|Reported by|Posted by|Author:|Autor:)[:\\s]\\s?\\p{Lu}.*");
    private static final Pattern LEAD = Pattern.compile(
            "(?i)^(?:(?:written|posted|reported|reporting|published|story|words|text|article|analysis|report|submitted|review|post author|view all posts|zeige alle beiträge|artikel|ein artikel|ein beitrag) )?"
                    + "(?:by|von|par|por|di|door|af|av|auteur|post author|verfasst von|author|autor|autorin|authors|text|redaktion|editor)[:\\s]\\s?");
    private static final Pattern SEPARATORS = Pattern.compile(
            "\\s*(?:;|,|\\||/|•|·|\\n|&|\\band\\b|\\bund\\b|\\bet\\b|\\bog\\b|\\boch\\b|\\by\\b|\\bwith\\b)\\s*");
    private static final Pattern TAIL = Pattern.compile(
            "\\s*(?:[(\\[].*|\\bfor\\b .*|\\bin [A-Z].*|\\bat \\d.*|\\bon [A-Z].*| - .*| – .*|\\d.*|@.*|\\bUpdated\\b.*|\\bPublished\\b.*)$");
    private static final Set<String> NO_NAMES = Set.of(
            "admin",
            "administrator",
            "editor",
            "staff",
            "author",
            "guest",
            "news desk",
            "newsdesk",
            "redaktion",
            "staff writer",
            "staff reporter",
            "contributor",
            "correspondent",
            "reporter",
            "user",
            "anonymous",
            "by",
            "editors",
            "follow",
            "email",
            "view all posts",
            "political editor",
            "editorial",
            "senior reporter",
            "jr",
            "sr",
            "read more",
            "more by this author",
            "webmaster",
            "root",
            "guest author",
            "posted",
            "datum",
            "nachrichten",
            "antworten",
            "beitrag",
            "wordpressadmin",
            "wpadmin",
            "reply",
            "said",
            "share",
            "shares",
            "home",
            "news",
            "online");

    private Credits() {}

    /** Is the line "By Jane Doe" and little else? */
    static boolean isByline(String line) {
        return line.length() <= LONGEST_BYLINE && BYLINE.matcher(line).matches() && !Prose.endsSentence(line);
    }

    /** The names in a byline, without "By", roles, places and addresses; each once. */
    static List<String> names(String byline) {
        Set<String> names = new LinkedHashSet<>();
        String text = byline.replace('\u00a0', ' ').strip();
        if (text.length() > 4 * LONGEST_BYLINE || text.startsWith("http")) {
            return List.of();
        }
        text = LEAD.matcher(text).replaceFirst("");
        for (String part : SEPARATORS.split(text, -1)) {
            String name = TAIL.matcher(LEAD.matcher(part).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
            if (isName(name)) {
                names.add(capitals(name));
            }
        }
        return new ArrayList<>(names);
    }

    private static boolean isName(String name) {
        if (name.length() < 3 || name.length() > LONGEST_NAME || name.indexOf('@') >= 0 || name.contains("://")) {
            return false;
        }
        if (NO_NAMES.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            return false;
        }
        if (name.endsWith(":")
                || (name.indexOf(' ') < 0
                        && name.indexOf('.') > 0
                        && name.equals(name.toLowerCase(java.util.Locale.ROOT)))) {
            return false;
        }
        return name.split(" ", -1).length <= MOST_WORDS && Character.isLetter(name.charAt(0));
    }

    /** JANE DOE is written Jane Doe. */
    private static String capitals(String name) {
        if (name.indexOf(' ') < 0 || !name.equals(name.toUpperCase(java.util.Locale.ROOT))) {
            return name;
        }
        StringBuilder written = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            written.append(start ? character : Character.toLowerCase(character));
            start = !Character.isLetter(character) && character != '’' && character != '\'';
        }
        return written.toString();
    }
}
