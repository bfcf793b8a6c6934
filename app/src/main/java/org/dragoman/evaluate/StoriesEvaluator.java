package org.dragoman.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Pages with several stories: {@code {ID: {stories: [{title, text}]}}} on both sides. Predicted stories are paired with
 * gold's, most similar first; one without a partner has precision 0, one of gold's without a partner recall 0.
 */
final class StoriesEvaluator implements Evaluator {
    private record Pair(TextOverlap overlap, int gold, int predicted) {}

    @Override
    public List<Score> evaluate(Path gold, Path predictions) throws IOException {
        Map<String, Entry> pages = Entry.goldPages(gold);
        Map<String, Entry> answers = Entry.predictedPages(predictions);
        int counted = 0;
        int titles = 0;
        int goldStories = 0;
        int predictedStories = 0;
        double precision = 0;
        double recall = 0;
        for (Map.Entry<String, Entry> page : pages.entrySet()) {
            List<Entry> stories = page.getValue().list("stories");
            Entry answer = answers.get(page.getKey());
            List<Entry> found = answer == null ? List.of() : answer.listOrEmpty("stories");
            goldStories += stories.size();
            predictedStories += found.size();
            counted += stories.size() == found.size() ? 1 : 0;
            for (Pair pair : pairs(stories, found)) {
                precision += pair.overlap().precision().orElse(0);
                recall += pair.overlap().recall().orElse(0);
                String title = stories.get(pair.gold()).textOrEmpty("title");
                String answered = found.get(pair.predicted()).textOrEmpty("title");
                titles += Words.fold(title).equals(Words.fold(answered)) ? 1 : 0;
            }
        }
        return List.of(
                Score.share("story count", counted, pages.size()),
                Score.mean(
                        "body",
                        predictedStories,
                        goldStories,
                        precision / Math.max(1, predictedStories),
                        recall / Math.max(1, goldStories)),
                Score.share("title", titles, goldStories));
    }

    private static List<Pair> pairs(List<Entry> stories, List<Entry> found) throws IOException {
        List<Pair> candidates = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            String text = stories.get(i).text("text");
            for (int j = 0; j < found.size(); j++) {
                candidates.add(new Pair(TextOverlap.of(text, found.get(j).textOrEmpty("text")), i, j));
            }
        }
        candidates.sort(Comparator.comparingDouble(pair -> -pair.overlap().wordF1()));
        BitSet usedGold = new BitSet();
        BitSet usedFound = new BitSet();
        candidates.removeIf(pair -> {
            boolean free =
                    pair.overlap().wordF1() > 0 && !usedGold.get(pair.gold()) && !usedFound.get(pair.predicted());
            if (free) {
                usedGold.set(pair.gold());
                usedFound.set(pair.predicted());
            }
            return !free;
        });
        return candidates;
    }
}
