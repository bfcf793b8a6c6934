package org.dragoman.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An event of a gold or prediction file, as far as it is compared: fields {@code plover, cameo, sourceCountry, sourceSector,
 * targetCountry, targetSector}, all optional. Bodies above states are countries here, whichever field they came in; UN and EU
 * are both {@code IGO}, media {@code JRN}, paramilitaries {@code MIL}.
 *
 * @param plover class, upper case, possibly alternatives joined by bars; empty if there is none
 * @param cameo likewise
 * @param isEvent whether it counts as an event: CAMEO roots 01 and 02 have no PLOVER class, and are then none
 */
record CodedEvent(String plover, String cameo, Party source, Party target, boolean isEvent) {
    private static final Map<String, String> ALIASES = Map.of("UNO", "IGO", "EUR", "IGO", "MED", "JRN", "PRM", "MIL");
    private static final Set<String> ABOVE_STATES = Set.of("IGO", "NGO", "NGM", "IMG", "MNC", "INT");
    private static final int CODE = 3;
    private static final int ROOT = 2;

    /** A side of the event; either part may be empty. */
    record Party(String country, String sector) {
        static Party of(Entry event, String side) {
            String country = field(event, side + "Country");
            String sector = start(field(event, side + "Sector"), CODE);
            country = ALIASES.getOrDefault(country, country);
            sector = ALIASES.getOrDefault(sector, sector);
            if (country.isEmpty() && ABOVE_STATES.contains(sector)) {
                country = sector;
            }
            return new Party(country, ABOVE_STATES.contains(country) && sector.equals(country) ? "" : sector);
        }
    }

    static CodedEvent of(Entry event) {
        String plover = field(event, "plover");
        boolean isEvent = !event.json().has("plover") || !alternatives(plover).isEmpty();
        return new CodedEvent(
                plover, field(event, "cameo"), Party.of(event, "source"), Party.of(event, "target"), isEvent);
    }

    /** The classes, one or several alternatives; none for an event without class. */
    List<String> types() {
        return alternatives(plover);
    }

    /** The first two digits of each CAMEO code. */
    List<String> roots() {
        return alternatives(cameo).stream().map(code -> start(code, ROOT)).toList();
    }

    /** This event with one of its classes: the first of {@code said} in it, or else its first. */
    CodedEvent choose(Set<String> said) {
        List<String> types = Arrays.asList(plover.split("\\|", -1));
        String chosen = types.stream().filter(said::contains).findFirst().orElse(types.get(0));
        return new CodedEvent(chosen, cameo, source, target, isEvent);
    }

    List<String> dyad() {
        return List.of(source.country(), target.country());
    }

    List<String> typeAndDyad() {
        return List.of(plover, source.country(), target.country());
    }

    List<String> undirected() {
        boolean inOrder = source.country().compareTo(target.country()) <= 0;
        return inOrder ? typeAndDyad() : List.of(plover, target.country(), source.country());
    }

    /** Class, then country and sector of the source, then of the target. */
    List<String> withSectors() {
        return List.of(plover, source.country(), source.sector(), target.country(), target.sector());
    }

    private static List<String> alternatives(String codes) {
        List<String> alternatives = new ArrayList<>();
        for (String code : codes.split("\\|", -1)) {
            if (!code.isBlank()) {
                alternatives.add(code.strip());
            }
        }
        return alternatives;
    }

    private static String field(Entry event, String name) {
        return event.textOrEmpty(name).strip().toUpperCase(Locale.ROOT);
    }

    private static String start(String code, int length) {
        return code.substring(0, Math.min(length, code.length()));
    }
}
