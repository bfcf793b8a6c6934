package org.dragoman.place;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/**
 * All places known, found by their names. Immutable.
 *
 * <p>Places are numbered from 0; a name leads to {@linkplain Sense senses}, each a place and how the name stands to it.
 * The data is packed into a few arrays, some 20 MB for 200,000 places, and read from one compressed resource that
 * {@code BuildGazetteer} (among the tests) writes: places column by column, then names in key order, each key as the
 * length it shares with the one before and its remaining letters.
 */
final class Gazetteer {
    /** How a name stands to a place. */
    enum Kind {
        /** The name proper. */
        NAME,
        /** Another spelling, an older name, a name in another language. */
        ALTERNATE,
        /** Members of a people, or the adjective: "Iraqi". */
        GROUP
    }

    /** How a name must be written to mean the place. */
    enum Form {
        ANY,
        /** In capitals: "US". */
        CAPITALS,
        /** With a dot: "Ala.". */
        DOTTED
    }

    /** One meaning of a name. */
    record Sense(int place, Kind kind, Form form) {
        static final int BITS = 4;
        private static final Kind[] KINDS = Kind.values();
        private static final Form[] FORMS = Form.values();

        static Sense unpack(int packed) {
            return new Sense(packed >>> BITS, KINDS[packed & 3], FORMS[packed >>> 2 & 3]);
        }

        // the order of the constants is part of the file's format
        @SuppressWarnings("EnumOrdinal")
        int pack() {
            return place << BITS | form.ordinal() << 2 | kind.ordinal();
        }
    }

    private static final String RESOURCE = "gazetteer.bin";
    static final int MAGIC = 0x44474133;
    /** Coordinates are kept in ten-thousandths of a degree. */
    static final double DEGREE = 10_000;
    /** Populations are kept as logarithms: this many steps for each power of ten. */
    static final double POPULATION_STEPS = 25;

    private final String[] countries;
    private final String[] features;
    private final String[] admins;
    private final int[] ids;
    private final int[] latitudes;
    private final int[] longitudes;
    private final int[] countryOf;
    private final int[] featureOf;
    private final int[] adminOf;
    private final int[] populationOf;
    private final byte[] names;
    private final int[] nameStarts;
    private final byte[] keys;
    private final int[] keyStarts;
    private final int[] senses;
    private final int[] senseStarts;

    private Gazetteer(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a gazetteer of this version");
        }
        countries = strings(in);
        features = strings(in);
        admins = strings(in);
        int places = in.readInt();
        byte[] block = block(in);
        Packed packed = new Packed(block);
        ids = packed.differences(places);
        latitudes = packed.signed(places);
        longitudes = packed.signed(places);
        countryOf = packed.unsigned(places);
        featureOf = packed.unsigned(places);
        adminOf = packed.unsigned(places);
        populationOf = packed.unsigned(places);
        nameStarts = packed.starts(places);
        names = block(in);
        int count = in.readInt();
        keyStarts = new int[count + 1];
        keys = keys(new Packed(block(in)), block(in), in.readInt(), keyStarts);
        packed = new Packed(block(in));
        senseStarts = packed.starts(count);
        senses = packed.unsigned(senseStarts[count]);
    }

    /**
     * Loads the shipped gazetteer.
     *
     * @throws IllegalStateException if it is missing or damaged
     */
    static Gazetteer load() {
        try (InputStream resource = Gazetteer.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            return read(resource);
        } catch (IOException problem) {
            throw new IllegalStateException("damaged " + RESOURCE + ": " + problem.getMessage(), problem);
        } catch (UncheckedIOException problem) {
            throw new IllegalStateException("damaged " + RESOURCE, problem);
        }
    }

    static Gazetteer read(InputStream compressed) throws IOException {
        return new Gazetteer(
                new DataInputStream(new BufferedInputStream(new InflaterInputStream(compressed), 1 << 16)));
    }

    int size() {
        return ids.length;
    }

    /** The meanings of a name by its {@link NameKey}, packed; none if it isn't known. */
    int[] senses(String key) {
        byte[] sought = key.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = keyStarts.length - 2;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order =
                    Arrays.compareUnsigned(keys, keyStarts[middle], keyStarts[middle + 1], sought, 0, sought.length);
            if (order == 0) {
                return Arrays.copyOfRange(senses, senseStarts[middle], senseStarts[middle + 1]);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return new int[0];
    }

    double latitude(int place) {
        return latitudes[place] / DEGREE;
    }

    double longitude(int place) {
        return longitudes[place] / DEGREE;
    }

    /** ISO alpha-2, or empty. */
    String country(int place) {
        return countries[countryOf[place]];
    }

    /** Whether both lie in one country. */
    boolean sameCountry(int place, int other) {
        return countryOf[place] == countryOf[other] && !country(place).isEmpty();
    }

    /** Whether both lie in one first-order division. */
    boolean sameAdmin(int place, int other) {
        return adminOf[place] == adminOf[other] && adminOf[place] != 0;
    }

    /** Country and first-order division in one word, alike for places of the same division; empty if in none. */
    String division(int place) {
        return adminOf[place] == 0 ? "" : country(place) + "|" + admins[adminOf[place]];
    }

    /** GeoNames feature code. */
    String feature(int place) {
        return features[featureOf[place]];
    }

    /** Decimal logarithm of the number of people, 0 if unknown. */
    double magnitude(int place) {
        return populationOf[place] / POPULATION_STEPS;
    }

    /** Whether it is a town, village or part of one. */
    boolean isTown(int place) {
        return feature(place).startsWith("PPL") || feature(place).equals("STLMT");
    }

    /** Roughly, as on a map without curvature: exact enough below some hundred kilometres. */
    double kilometres(int place, int other) {
        double north = Math.toRadians(latitude(other) - latitude(place));
        double middle = Math.toRadians((latitude(other) + latitude(place)) / 2);
        double apart = Math.abs(longitude(other) - longitude(place));
        double east = Math.toRadians(Math.min(apart, 360 - apart)) * Math.cos(middle);
        return 6371 * Math.sqrt(north * north + east * east);
    }

    Place place(int place) {
        String name =
                new String(names, nameStarts[place], nameStarts[place + 1] - nameStarts[place], StandardCharsets.UTF_8);
        return new Place(
                ids[place],
                name,
                latitude(place),
                longitude(place),
                country(place),
                admins[adminOf[place]],
                feature(place));
    }

    private static String[] strings(DataInputStream in) throws IOException {
        String[] strings = new String[in.readInt()];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = in.readUTF();
        }
        return strings;
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut off");
        }
        return bytes;
    }

    private static byte[] keys(Packed lengths, byte[] endings, int total, int[] starts) {
        byte[] keys = new byte[total];
        int from = 0;
        for (int i = 0; i + 1 < starts.length; i++) {
            int shared = lengths.next();
            int own = lengths.next();
            if (shared > 0) {
                System.arraycopy(keys, starts[i - 1], keys, starts[i], shared);
            }
            System.arraycopy(endings, from, keys, starts[i] + shared, own);
            from += own;
            starts[i + 1] = starts[i] + shared + own;
        }
        return keys;
    }

    /** Whole numbers in as few bytes as each needs, seven bits a byte, the lowest first. */
    private static final class Packed {
        private final byte[] bytes;
        private int at;

        Packed(byte[] bytes) {
            this.bytes = bytes;
        }

        int next() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                byte piece = bytes[at++];
                value |= (piece & 0x7f) << shift;
                if (piece >= 0) {
                    return value;
                }
            }
        }

        int[] unsigned(int count) {
            int[] values = new int[count];
            for (int i = 0; i < count; i++) {
                values[i] = next();
            }
            return values;
        }

        int[] signed(int count) {
            int[] values = unsigned(count);
            for (int i = 0; i < count; i++) {
                values[i] = values[i] >>> 1 ^ -(values[i] & 1);
            }
            return values;
        }

        int[] differences(int count) {
            int[] values = unsigned(count);
            for (int i = 1; i < count; i++) {
                values[i] += values[i - 1];
            }
            return values;
        }

        /** Where each of {@code count} pieces starts, and where the last ends, from their lengths. */
        int[] starts(int count) {
            int[] values = new int[count + 1];
            for (int i = 0; i < count; i++) {
                values[i + 1] = values[i] + next();
            }
            return values;
        }
    }
}
