package org.dragoman.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dragoman.actor.Actor.Basis;
import org.dragoman.actor.Phrase.Item;
import org.dragoman.actor.Phrase.Kind;
import org.dragoman.actor.Phrase.Part;

/**
 * Codes one noun phrase by its own structure: "Turkish official", "a deputy in the Iraqi parliament", "the commander of
 * the NATO mission in Iraq". The words before the first preposition say who it is; those after say of what, of where.
 * Immutable.
 */
final class PhraseCoder {
    /** Years after a term's known end in which its holder is still taken to be in office: tables lag behind. */
    private static final int YEARS_OF_GRACE = 1;

    private static final Set<String> MADE_OF = Set.of(
            "group",
            "team",
            "member",
            "members",
            "number",
            "dozens",
            "hundreds",
            "thousands",
            "scores",
            "crowd",
            "delegation",
            "handful",
            "majority",
            "some",
            "many",
            "several",
            "most",
            "groups",
            "teams",
            "delegations");
    /** Who is an envoy for Syria is no Syrian. */
    private static final Set<String> SENT = Set.of("envoy", "ambassador", "representative", "coordinator");

    /** What a body is called besides its name, whatever it is: "the Islamic Jihad movement". */
    private static final Set<String> ANY_BODY = Set.of("movement", "party", "network", "front");

    /** Who comes together somewhere is not from there: "world leaders in London". */
    private static final Set<String> FROM_ALL_OVER = Set.of("world", "international", "global", "foreign", "visiting");

    private static final Set<String> FORMER = Set.of("former", "ex", "retired", "ousted", "deposed", "late");
    /** Sectors of nouns for armed people, whose body may be an army or not. */
    private static final Set<String> FORCES = Set.of("MIL", "UAF", "PRM");

    private final Countries countries;
    private final Directory directory;
    private final PhraseReader reader;

    PhraseCoder(Countries countries, Directory directory, Roles roles) {
        this.countries = countries;
        this.directory = directory;
        reader = new PhraseReader(countries, directory, roles);
    }

    /**
     * What a phrase tells of a party.
     *
     * @param country as in {@link Actor}; may be empty
     * @param sector as in {@link Actor}; may be empty
     * @param role the role noun's words; may be empty
     * @param bare whether country is all there is: "Iraq", "Ankara"
     */
    record Code(String country, String sector, String role, Basis basis, boolean bare) {
        static final Code NONE = new Code("", "", "", Basis.NONE, false);

        boolean isBlank() {
            return country.isEmpty() && sector.isEmpty();
        }
    }

    /** What a name supports: the countries it names and those where what it names lies, and organisations by their usual name. */
    List<String> supports(String name) {
        List<String> supports = new ArrayList<>();
        for (Part part : reader.read(name, support -> false, "").parts()) {
            for (Item item : part.items()) {
                if (!item.country().isEmpty()) {
                    supports.add(item.country());
                }
                if (item.kind() == Kind.BODY) {
                    directory.organisation(item.words()).ifPresent(body -> supports.add(body.name()));
                }
            }
        }
        return supports;
    }

    /**
     * Codes a phrase as it stands in the text.
     *
     * @param date office holders are looked up as of this day
     * @param supported whether the text around speaks of a country or an organisation, for names that others bear, too
     * @param person a person's name, whose words name nothing else; may be empty
     */
    Code code(String phrase, Optional<LocalDate> date, Predicate<String> supported, String person) {
        List<Part> parts = reader.read(phrase, supported, person).parts();
        Part head = parts.get(0);
        Optional<Item> role = head.last(Kind.ROLE);
        Optional<Item> body = head.last(Kind.BODY);
        Optional<Directory.Tenure> tenure = head.first(Kind.PERSON).flatMap(item -> tenure(item.words(), date));

        String sector = role.filter(item -> !item.role().member())
                .map(item -> item.role().sector())
                .orElse("");
        boolean belongs = !sector.isEmpty();
        if (sector.isEmpty() && role.isPresent()) {
            sector = Stream.concat(
                            Stream.of(body.map(Item::sector).orElse(""), employer(head)),
                            parts.stream().skip(1).map(this::sector))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse("");
            belongs = !sector.isEmpty();
            sector = belongs ? sector : role.get().role().sector();
        }
        if (sector.isEmpty()) {
            sector = body.map(Item::sector).orElse("");
        }
        if (FORCES.contains(sector)
                && body.filter(item -> item.sector().equals("REB")).isPresent()) {
            sector = "REB"; // "ISIL forces" are no army
        }
        if (role.filter(item -> ANY_BODY.contains(lastWord(item.words()))).isPresent()) {
            sector = body.map(Item::sector).filter(found -> !found.isEmpty()).orElse(sector);
        }
        if (sector.isEmpty() && role.isEmpty()) {
            sector = tenure.map(found -> sectorAt(found, date)).orElse("");
        }
        boolean quantity = head.words().stream().anyMatch(word -> MADE_OF.contains(word.toLowerCase(Locale.ROOT)));
        if (sector.isEmpty() && quantity) {
            sector = parts.stream()
                    .skip(1)
                    .map(this::sector)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        boolean unnamed = sector.isEmpty() && role.isEmpty() && body.isEmpty() && tenure.isEmpty();
        Optional<Part> people =
                unnamed ? parts.stream().filter(part -> people(part, false)).findFirst() : Optional.empty();
        if (people.isPresent() && (people.get().equals(head) || quantity)) {
            return new Code(people.get().country(), "CVL", "", Basis.TEXT, false);
        }
        boolean former = role.isPresent()
                && head.words().stream().anyMatch(word -> FORMER.contains(word.toLowerCase(Locale.ROOT)));
        if (former && Set.of("GOV", "MIL", "LEG", "SPY", "JUD", "COP").contains(sector)) {
            sector = "ELI";
        }

        boolean somebody = !sector.isEmpty();
        boolean sent =
                role.filter(item -> SENT.contains(lastWord(item.words()))).isPresent();
        boolean guests = head.words().stream().anyMatch(word -> FROM_ALL_OVER.contains(word.toLowerCase(Locale.ROOT)));
        String country = parts.stream()
                .filter(part -> part.tellsCountry(somebody && !guests)
                        && !(sent && part.preposition().equals("for")))
                .map(Part::country)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        boolean stateless = parts.stream().anyMatch(Part::stateless) && sector.equals("REB");
        if (stateless) {
            country = ""; // "an ISIL commander in Raqqa" is no Syrian rebel
        }
        if (parts.size() > 1 && people(head, true) && parts.get(1).preposition().equals("of")) {
            String home = parts.get(1).country(); // "the Albanians of southern Serbia"
            country = home.isEmpty() ? country : home;
        }
        boolean fromTable = country.isEmpty() && !stateless;
        if (fromTable) {
            country = tenure.map(Directory.Tenure::country)
                    .or(() -> role.flatMap(item -> directory.countryOfOffice(item.words(), supported)))
                    .orElse("");
            fromTable = !country.isEmpty();
        }
        boolean bare = !country.isEmpty() && role.isEmpty() && body.isEmpty() && head.only(Kind.COUNTRY);
        if (bare) {
            boolean theIraqis = head.items().stream().anyMatch(item -> countries.isPeople(item.words()));
            sector = theIraqis ? "" : "GOV";
        } else if (role.isEmpty()
                && body.isEmpty()
                && tenure.isEmpty()
                && head.first(Kind.COUNTRY).isEmpty()) {
            country = ""; // "the situation in Iraq" is no party of Iraq
        }
        String office = role.map(Item::words)
                .or(() -> head.first(Kind.PERSON).flatMap(item -> office(item.words(), date)))
                .orElse("");
        boolean guessed =
                country.isEmpty() && role.filter(item -> item.role().member()).isPresent() && !belongs;
        if (guessed) {
            sector = ""; // "a spokesman" of nobody known may speak for a government or a football club
        }
        Code code = new Code(country, sector, office, fromTable ? Basis.TABLE : Basis.TEXT, bare);
        return code.isBlank() ? Code.NONE : code;
    }

    /** The sector of whom somebody works for, by a noun before the last: "government officials", "a police spokesman". */
    private static String employer(Part head) {
        return head.items().stream()
                .filter(item -> item.kind() == Kind.ROLE && !item.role().member())
                .map(Item::sector)
                .findFirst()
                .orElse("");
    }

    private static String lastWord(String words) {
        return words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    /** "Syrians", "two million Syrians"; but "the Iraqis" may well be a government or an army. */
    private boolean people(Part part, boolean definite) {
        List<String> words = part.words();
        return !words.isEmpty()
                && (definite || !words.get(0).equalsIgnoreCase("the"))
                && countries.isPeople(words.get(words.size() - 1));
    }

    private String sector(Part part) {
        return part.last(Kind.BODY)
                .map(Item::sector)
                .filter(found -> !found.isEmpty())
                .or(() -> part.last(Kind.ROLE).map(item -> item.role().sector()))
                .orElse("");
    }

    /**
     * Codes a person of whom the text tells a surname alone: the head of state or government of that name, if at the
     * story's date, or without a date at any, there was one country with such a leader.
     */
    Code leader(String surname, Optional<LocalDate> date) {
        List<Directory.Tenure> terms = directory.leaders(surname).stream()
                .filter(term -> date.isEmpty() || term.covers(date.get()))
                .toList();
        return tenure(terms, date)
                .filter(term -> terms.stream().allMatch(other -> other.country().equals(term.country())))
                .map(term -> new Code(term.country(), term.sector(), term.office(), Basis.TABLE, false))
                .orElse(Code.NONE);
    }

    /**
     * The country of an official of whom the text tells name and office: "Secretary Kerry", "Foreign Minister Lavrov" in a
     * text that speaks of Russia. Empty unless there is one.
     *
     * @param sector of the office
     * @param spokenOf whether the text speaks of a country
     */
    Optional<String> countryOf(String name, String sector, Predicate<String> spokenOf) {
        List<String> countries = directory.namesakes(name).stream()
                .filter(term -> term.sector().equals(sector) && spokenOf.test(term.country()))
                .map(Directory.Tenure::country)
                .distinct()
                .toList();
        return countries.size() == 1 ? Optional.of(countries.get(0)) : Optional.empty();
    }

    private Optional<Directory.Tenure> tenure(String name, Optional<LocalDate> date) {
        return tenure(directory.offices(name), date);
    }

    /** The office at that date, else the last known, in the one country where the person is known most. */
    private static Optional<Directory.Tenure> tenure(List<Directory.Tenure> known, Optional<LocalDate> date) {
        Map<String, List<Directory.Tenure>> byCountry = new TreeMap<>();
        for (Directory.Tenure office : known) {
            byCountry
                    .computeIfAbsent(office.country(), country -> new ArrayList<>())
                    .add(office);
        }
        int most = byCountry.values().stream().mapToInt(List::size).max().orElse(0);
        List<List<Directory.Tenure>> homes = byCountry.values().stream()
                .filter(offices -> offices.size() == most)
                .toList();
        if (homes.size() != 1) {
            return Optional.empty();
        }
        List<Directory.Tenure> offices = homes.get(0);
        return offices.stream()
                .filter(office -> date.isPresent() && office.covers(date.get()))
                .findFirst()
                .or(() -> offices.stream().max(Comparator.comparing(Directory.Tenure::last)));
    }

    /** The office of a person; without a date only if it is the one office he or she ever held. */
    private Optional<String> office(String name, Optional<LocalDate> date) {
        long offices = directory.offices(name).stream()
                .map(Directory.Tenure::office)
                .distinct()
                .count();
        return date.isPresent() || offices == 1 ? tenure(name, date).map(Directory.Tenure::office) : Optional.empty();
    }

    private static String sectorAt(Directory.Tenure tenure, Optional<LocalDate> date) {
        boolean over =
                date.isPresent() && tenure.last().plusYears(YEARS_OF_GRACE).isBefore(date.get());
        return over ? "ELI" : tenure.sector();
    }
}
