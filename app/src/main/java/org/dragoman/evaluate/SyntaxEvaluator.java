package org.dragoman.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.predict.ColumnFile;

/**
 * Grammar of the same words in two CoNLL-U files, plain or gzipped: shares of words with the right UPOS and XPOS; with the
 * right head (UAS), and relation too (LAS, subtypes ignored), where gold's UPOS is neither PUNCT nor SYM; and SVO, which
 * counts a verb's {@code nsubj}, {@code obj}, {@code nsubj:pass} and {@code obl:agent}.
 */
final class SyntaxEvaluator implements Evaluator {
    private static final Set<String> ROLES = Set.of("nsubj", "obj", "nsubj:pass", "obl:agent");
    private static final Set<String> UNSCORED = Set.of("PUNCT", "SYM");
    private static final int COLUMNS = 8;

    /** A line of a file; numbers of words count from 1, and the root's head is 0. */
    private record Word(
            String where, String number, String form, String upos, String xpos, int head, String relation) {}

    private record Role(int verb, String dependent, String relation) {}

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        List<List<Word>> sentences = read(gold);
        List<List<Word>> parsed = read(predictions);
        if (sentences.size() != parsed.size()) {
            throw new IOException(predictions + ": expected " + sentences.size() + " sentences as in " + gold
                    + ", found " + parsed.size());
        }
        int words = 0;
        int upos = 0;
        int xpos = 0;
        int attached = 0;
        int heads = 0;
        int relations = 0;
        Tally roles = new Tally();
        for (int i = 0; i < sentences.size(); i++) {
            List<Word> sentence = sentences.get(i);
            List<Word> parse = parsed.get(i);
            checkSameWords(sentence, parse);
            for (int j = 0; j < sentence.size(); j++) {
                Word right = sentence.get(j);
                Word word = parse.get(j);
                words++;
                upos += right.upos().equals(word.upos()) ? 1 : 0;
                xpos += right.xpos().equals(word.xpos()) ? 1 : 0;
                if (!UNSCORED.contains(right.upos())) {
                    boolean head = right.head() == word.head();
                    attached++;
                    heads += head ? 1 : 0;
                    relations += head && base(right.relation()).equals(base(word.relation())) ? 1 : 0;
                }
            }
            Set<Role> goldRoles = roles(sentence);
            Set<Role> found = roles(parse);
            roles.add((int) found.stream().filter(goldRoles::contains).count(), found.size(), goldRoles.size());
        }
        return List.of(
                Score.share("UPOS", upos, words),
                Score.share("XPOS", xpos, words),
                Score.share("UAS", heads, attached),
                Score.share("LAS", relations, attached),
                roles.score("SVO"));
    }

    private static List<List<Word>> read(Path file) throws IOException {
        List<List<Word>> sentences = new ArrayList<>();
        List<Word> sentence = new ArrayList<>();
        List<String> lines = ColumnFile.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty() && !sentence.isEmpty()) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
            } else if (!line.isEmpty() && line.charAt(0) != '#') {
                String[] columns = ColumnFile.columns(line, COLUMNS, file, i + 1);
                if (columns[0].chars().allMatch(Character::isDigit)) {
                    sentence.add(word(columns, file + ":" + (i + 1)));
                }
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
        return sentences;
    }

    private static Word word(String[] columns, String where) throws IOException {
        try {
            int head = Integer.parseInt(columns[6]);
            return new Word(where, columns[0], columns[1], columns[3], columns[4], head, columns[7]);
        } catch (NumberFormatException problem) {
            throw new IOException(where + ": expected a head's number in column 7, found " + columns[6], problem);
        }
    }

    private static void checkSameWords(List<Word> sentence, List<Word> parse) throws IOException {
        for (int i = 0; i < Math.max(sentence.size(), parse.size()); i++) {
            if (i >= sentence.size()
                    || i >= parse.size()
                    || !sentence.get(i).form().equals(parse.get(i).form())) {
                String where = (i < parse.size() ? parse.get(i) : parse.get(parse.size() - 1)).where();
                throw new IOException(where + ": expected the words of the sentence that begins at "
                        + sentence.get(0).where());
            }
        }
    }

    private static Set<Role> roles(List<Word> sentence) throws IOException {
        Set<Role> roles = new HashSet<>();
        for (Word word : sentence) {
            if (word.head() < 0 || word.head() > sentence.size()) {
                throw new IOException(word.where() + ": expected a head in the sentence, found " + word.head());
            }
            if (ROLES.contains(word.relation())
                    && word.head() > 0
                    && sentence.get(word.head() - 1).upos().equals("VERB")) {
                roles.add(new Role(word.head(), word.number(), word.relation()));
            }
        }
        return roles;
    }

    private static String base(String relation) {
        int colon = relation.indexOf(':');
        return colon < 0 ? relation : relation.substring(0, colon);
    }
}
