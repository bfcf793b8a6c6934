package org.dragoman.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final List<String> VOCABULARY =
            vocabulary("iraq", "walk", "##ing", "##ed", "'", "s", "turkiye", "5", "##0");

    private final WordPieces pieces = new WordPieces(VOCABULARY);

    @Test
    void takesWholeWordsAndTheLongestPieces() {
        assertThat(words("Iraq")).containsExactly("iraq");
        assertThat(words("walking")).containsExactly("walk", "##ing");
        assertThat(words("50")).containsExactly("5", "##0");
    }

    @Test
    void dropsAccentsAndInvisibleMarks() {
        assertThat(words("Türkiye")).containsExactly("turkiye");
        assertThat(words("ir\u00ADaq\u200B")).containsExactly("iraq");
    }

    @Test
    void cutsPunctuationOff() {
        assertThat(words("'s")).containsExactly("'", "s");
    }

    @Test
    void saysUnknownForWhatItCanNotSpell() {
        assertThat(words("walkxing")).containsExactly("[UNK]");
        assertThat(words("\uD800")).containsExactly("[UNK]");
        assertThat(words("\u200D")).containsExactly("[UNK]");
        assertThat(words("walk🙂")).containsExactly("[UNK]");
    }

    @Test
    void cutsAMonsterShort() {
        assertThat(words("'".repeat(100_000))).hasSize(WordPieces.MOST);
    }

    private List<String> words(String word) {
        List<String> words = new ArrayList<>();
        for (int id : pieces.of(word)) {
            words.add(VOCABULARY.get(id));
        }
        return words;
    }

    private static List<String> vocabulary(String... pieces) {
        List<String> vocabulary = new ArrayList<>(Collections.nCopies(WordPieces.UNKNOWN, "[unused]"));
        vocabulary.addAll(List.of("[UNK]", "[CLS]", "[SEP]"));
        vocabulary.addAll(List.of(pieces));
        return vocabulary;
    }
}
