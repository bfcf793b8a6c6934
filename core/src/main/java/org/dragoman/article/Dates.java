package org.dragoman.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calendar days as pages write them: ISO 8601, in figures, with month names. The day as written, whatever the zone. */
final class Dates {
    private static final int EARLIEST_YEAR = 1980;
    private static final int LATEST_YEAR = 2100;
    private static final int LONGEST_LINE = 90;
    private static final int MOST_OTHER_LETTERS = 24;
    private static final int SEARCHED = 400;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d{1,5}(?!\\d))");
    private static final Pattern DAY_MONTH_NAME = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?[\\s-]{1,2}(?:(?:de|of) )?(\\p{L}{3,12})\\.?,?[\\s-]{1,2}(?:(?:de|of) )?(\\d{4})(?!\\d)");
    private static final Pattern MONTH_NAME_DAY =
            Pattern.compile("(?<!\\p{L})(\\p{L}{3,12})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})(?!\\d)");
    private static final Pattern IN_FIGURES =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?[./-]\\s?(\\d{4})(?!\\d)");
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2})(?![\\d.]\\d)");
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "[/=_-]((?:19|20)\\d{2})(?:[/_-](\\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-](\\d{1,2})|(\\d{2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(\\d{2}))(?:[/_.?-]|$)");

    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iU)\\b(?:published|posted|date|erschienen|erstellt|veröffentlicht|veröffentlichung|stand|publié|publicado|pubblicato|gepubliceerd|opublikowano|publicerad|publisert|pressemitteilung|presseinformation|press release|communiqué)\\b(?: (?:of|on|vom|am|le|du|el|il|op|den))?[:,]?\\s?");
    private static final Pattern CHANGED = Pattern.compile(
            "(?iU)\\b(?:updated|edited|modified|changed|aktualisiert|geändert|änderung|bearbeitet|mis à jour|actualizado|aggiornato|atualizado)\\b(?: (?:on|am|le|el|il|em|den))?:?\\s?");
    private static final int LONGEST_DATE = 30;

    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        String[] names = {
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jänner feber mär apr mai jun jul aug sept okt nov dez",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv févr mars avr mai juin juil août sept oct nov déc",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene feb mar abr may jun jul ago sep oct nov dic",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
            "ledna února března dubna května června července srpna září října listopadu prosince",
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
            "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
            "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
            "januari februari maret april mei juni juli agustus september oktober november desember",
            "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        };
        for (String year : names) {
            String[] months = year.split(" ", -1);
            for (int i = 0; i < months.length; i++) {
                MONTHS.putIfAbsent(months[i], i + 1);
            }
        }
    }

    private Dates() {}

    /** The first day named with its year in the text's first few hundred characters. */
    static Optional<LocalDate> find(String text) {
        return match(text).map(Found::day);
    }

    /** The day in a paragraph's dateline, such as "WASHINGTON, Nov. 3, 2024 (Agency) - "; most datelines leave the year out. */
    static Optional<LocalDate> inDateline(String paragraph) {
        for (int i = 0; i < Math.min(LONGEST_LINE, paragraph.length() - 1); i++) {
            char character = paragraph.charAt(i);
            boolean dash = character == '—' || character == '–' || (character == '-' && paragraph.charAt(i + 1) == ' ');
            String dateline = paragraph.substring(0, i).strip();
            boolean starts = Character.isUpperCase(paragraph.charAt(0)) || Character.isDigit(paragraph.charAt(0));
            if (dash && starts && !isInFigures(paragraph, i)) {
                return isLine(dateline) ? find(dateline) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** 2024-05-14 has hyphens of its own. */
    private static boolean isInFigures(String text, int hyphen) {
        return text.charAt(hyphen) == '-' && hyphen > 0 && Character.isDigit(text.charAt(hyphen - 1));
    }

    /** Like {@link #find}, for a line that is about dates: years may have two figures, 31.10.23. */
    static Optional<LocalDate> inLine(String line) {
        return find(line).or(() -> {
            Matcher matcher = SHORT_YEAR.matcher(line);
            return matcher.find()
                    ? day("20" + matcher.group(3), Integer.parseInt(matcher.group(2)), matcher.group(1))
                    : Optional.empty();
        });
    }

    /** The day in a page's address, such as {@code /2024/11/03/}. */
    static Optional<LocalDate> inAddress(String url) {
        Matcher matcher = IN_ADDRESS.matcher(url.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            boolean parted = matcher.group(2) != null;
            String month = matcher.group(parted ? 2 : 4);
            Optional<LocalDate> day = day(
                    matcher.group(1),
                    Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : MONTHS.getOrDefault(month, 0),
                    matcher.group(parted ? 3 : 5));
            if (day.isPresent()) {
                return day;
            }
        }
        Matcher figures = IN_FIGURES.matcher(url);
        return figures.find() ? inFigures(figures) : Optional.empty();
    }

    /** The day after a word for publication: "Erschienen am: 1.11.2023". */
    static Optional<LocalDate> published(String text) {
        return after(PUBLISHED, text);
    }

    /** The day after a word for a change: "Last edited on 1 November 2023". */
    static Optional<LocalDate> changed(String text) {
        return after(CHANGED, text);
    }

    private static Optional<LocalDate> after(Pattern label, String text) {
        Matcher matcher = label.matcher(text.length() > SEARCHED ? text.substring(0, SEARCHED) : text);
        while (matcher.find()) {
            String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + LONGEST_DATE));
            Optional<LocalDate> day = inLine(after);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** Is the line a date and little else, such as "Published: Tuesday 3 November 2024, 10:15 GMT"? */
    static boolean isLine(String line) {
        if (line.length() > LONGEST_LINE || (Prose.endsSentence(line) && line.length() > LONGEST_LINE / 2)) {
            return false;
        }
        return match(line)
                .filter(found -> letters(line, 0, found.start()) + letters(line, found.end(), line.length())
                        <= MOST_OTHER_LETTERS)
                .isPresent();
    }

    private record Found(LocalDate day, int start, int end) {}

    private static Optional<Found> match(String whole) {
        String text = whole.length() > SEARCHED ? whole.substring(0, SEARCHED) : whole;
        if (!hasYear(text)) {
            return Optional.empty();
        }
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (matcher.find()) {
            Optional<LocalDate> day = day(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
            if (day.isPresent()) {
                return found(day, matcher);
            }
        }
        matcher = DAY_MONTH_NAME.matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> day = day(matcher.group(3), month(matcher.group(2)), matcher.group(1));
            if (day.isPresent()) {
                return found(day, matcher);
            }
        }
        matcher = MONTH_NAME_DAY.matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> day = day(matcher.group(3), month(matcher.group(1)), matcher.group(2));
            if (day.isPresent()) {
                return found(day, matcher);
            }
        }
        matcher = IN_FIGURES.matcher(text);
        while (matcher.find()) {
            Optional<LocalDate> day = inFigures(matcher);
            if (day.isPresent()) {
                return found(day, matcher);
            }
        }
        matcher = COMPACT.matcher(text);
        if (matcher.find()) {
            return found(day(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)), matcher);
        }
        return Optional.empty();
    }

    private static Optional<Found> found(Optional<LocalDate> day, Matcher matcher) {
        return day.map(found -> new Found(found, matcher.start(), matcher.end()));
    }

    /** 03.11.2024 is the third of November; 03/11/2024 may be either and is no date. */
    private static Optional<LocalDate> inFigures(Matcher matcher) {
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(3));
        if (matcher.group(2).equals(".") || first > 12 || first == second) {
            return day(matcher.group(4), second, matcher.group(1));
        }
        return second > 12 ? day(matcher.group(4), first, matcher.group(3)) : Optional.empty();
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        int number = Integer.parseInt(year);
        if (number < EARLIEST_YEAR || number > LATEST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number, month, Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Four figures in a row: most texts have no date, and this is cheaper than patterns. */
    private static boolean hasYear(String text) {
        int figures = 0;
        for (int i = 0; i < text.length(); i++) {
            figures = Character.isDigit(text.charAt(i)) ? figures + 1 : 0;
            if (figures == 4) {
                return true;
            }
        }
        return false;
    }

    private static int letters(String line, int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
        }
        return letters;
    }
}
