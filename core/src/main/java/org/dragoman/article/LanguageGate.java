package org.dragoman.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells a text's language. English is told by its commonest words; only what fails that test costs the detector's model
 * (10 MB, loaded at first use). Immutable but for that, safe to share between threads.
 */
final class LanguageGate {
    static final String ENGLISH = "en";

    /** Words no other language has in numbers. */
    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the", "of", "and", "that", "with", "was", "for", "from", "has", "were", "this", "which", "his", "their",
            "but", "have", "will", "said", "by", "are", "they", "not", "been", "who", "it", "had", "its", "after");

    private static final double ENGLISH_SHARE = 0.12;
    private static final int WORDS_READ = 400;
    private static final int LETTERS_READ = 3000;
    private static final int LETTERS_DETECTED = 1000;

    /** A text shorter than this tells no language: it is taken for English if it is in Latin letters. */
    private static final int FEWEST_WORDS = 12;

    private static final int FEWEST_LETTERS = 20;

    private LanguageGate() {}

    /**
     * ISO 639-1 code of the text's language, 639-3 where there is none.
     *
     * @param declared what the page says its language is, empty if it doesn't: believed where the text isn't English
     */
    static String language(String text, String declared) {
        int words = 0;
        int english = 0;
        int start = -1;
        int latin = 0;
        int letters = 0;
        for (int i = 0; i <= text.length() && words < WORDS_READ && i < LETTERS_READ; i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter) {
                letters++;
                latin += text.charAt(i) < 0x250 ? 1 : 0;
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words++;
                int length = i - start;
                if (length <= 5
                        && ENGLISH_WORDS.contains(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    english++;
                }
                start = -1;
            }
        }
        if ((english >= words * ENGLISH_SHARE && english > 0)
                || (words < FEWEST_WORDS && latin * 2 >= letters)
                || letters < FEWEST_LETTERS) {
            return ENGLISH;
        }
        if (declared.length() == 2 && !declared.equals(ENGLISH)) {
            return declared;
        }
        return Detector.language(text.substring(0, Math.min(text.length(), LETTERS_DETECTED)));
    }

    /** What a language is called, for messages: "Arabic (ar)". */
    static String name(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH) + " (" + code + ")";
    }

    /** Loaded when first asked. */
    private static final class Detector {
        private static final String MODEL = "/langdetect-183.bin";
        private static final LanguageDetectorModel LOADED = load();
        private static final Map<String, String> TWO_LETTERS = twoLetters();

        static String language(String text) {
            // A detector isn't thread-safe; it costs nothing beside its model.
            String found = new LanguageDetectorME(LOADED).predictLanguage(text).getLang();
            return TWO_LETTERS.getOrDefault(found, found);
        }

        private static Map<String, String> twoLetters() {
            Map<String, String> codes = new HashMap<>();
            for (String code : Locale.getISOLanguages()) {
                codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
            }
            codes.put("ind", "id");
            codes.put("heb", "he");
            codes.put("yid", "yi");
            codes.put("cmn", "zh");
            codes.put("pes", "fa");
            codes.put("ekk", "et");
            codes.put("lvs", "lv");
            codes.put("zlm", "ms");
            return codes;
        }

        private static LanguageDetectorModel load() {
            try (InputStream stream = LanguageGate.class.getResourceAsStream(MODEL)) {
                if (stream == null) {
                    throw new IllegalStateException("the language model " + MODEL + " is missing from the class path");
                }
                return new LanguageDetectorModel(stream);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
