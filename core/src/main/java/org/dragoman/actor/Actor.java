package org.dragoman.actor;

import java.util.List;

/**
 * A coded party. Blank means not known; nothing is guessed.
 *
 * @param name best name or description, such as "Qasim al-Araji"
 * @param country ISO 3166 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC; empty if not known
 * @param sectors PLOVER sectors, the primary first, such as GOV; possibly none
 * @param role office or description as the text or the table gives it, such as "National Security Adviser"; may be empty
 * @param basis what gave country and sector
 */
public record Actor(String name, String country, List<String> sectors, String role, Basis basis) {
    /** What a resolution rests on, strongest first. */
    public enum Basis {
        USER_TABLE,
        TEXT,
        TABLE,
        MEMORY,
        NONE
    }

    public Actor {
        sectors = List.copyOf(sectors);
    }

    /** A party of which only the name is known. */
    public static Actor unknown(String name) {
        return new Actor(name, "", List.of(), "", Basis.NONE);
    }

    /** The same party, known to be of that country. */
    public Actor withCountry(String of) {
        return new Actor(name, of, sectors, role, basis);
    }

    /** The same party, known to be of that sector alone. */
    public Actor withSector(String sector) {
        return new Actor(name, country, List.of(sector), role, basis);
    }

    /** The primary sector, or empty. */
    public String sector() {
        return sectors.isEmpty() ? "" : sectors.get(0);
    }
}
