package org.dragoman.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Finds the {@link RankingWeights}: hill climbing on the place names of annotated articles whose identifier has an even
 * hash, shown beside the score on the others. Names are taken from the annotation, so that finding them plays no part.
 *
 * <pre>{@code java -cp ... org.dragoman.place.TuneRanking ROUNDS lgl.dev.jsonl trnews.dev.jsonl ...}</pre>
 */
public final class TuneRanking {
    private static final double RIGHT_KM = 161;

    private record Gold(double latitude, double longitude, String id) {}

    private record Document(List<Mention> mentions, List<Gold> gold, boolean tuned, int corpus) {}

    /** @param args number of rounds, then files of the places task's gold format */
    public static void main(String[] args) throws IOException {
        Gazetteer gazetteer = Gazetteer.load();
        List<Document> documents = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            for (String line : Files.readAllLines(Path.of(args[i]))) {
                documents.add(document(new ObjectMapper().readTree(line), gazetteer, i - 1));
            }
        }
        int corpora = args.length - 1;
        double[] weights = array(RankingWeights.TUNED);
        double best = score(gazetteer, documents, corpora, weights, true, false);
        score(gazetteer, documents, corpora, weights, true, true);
        score(gazetteer, documents, corpora, weights, false, true);
        Random random = new Random(7);
        for (int round = 0; round < Integer.parseInt(args[0]); round++) {
            double[] tried = weights.clone();
            for (int change = 0; change < 1 + random.nextInt(2); change++) {
                int at = random.nextInt(tried.length);
                tried[at] += random.nextGaussian() * (0.2 + 0.3 * Math.abs(tried[at]));
            }
            double found = score(gazetteer, documents, corpora, tried, true, false);
            if (found > best) {
                best = found;
                weights = tried;
            }
        }
        System.out.println(weights(weights));
        score(gazetteer, documents, corpora, weights, true, true);
        score(gazetteer, documents, corpora, weights, false, true);
    }

    private static double score(
            Gazetteer gazetteer,
            List<Document> documents,
            int corpora,
            double[] weights,
            boolean tuned,
            boolean print) {
        PlaceRanker ranker = new PlaceRanker(gazetteer, PlaceWords.load(), weights(weights));
        double[] right = new double[corpora];
        double[] all = new double[corpora];
        double[] error = new double[corpora];
        for (Document document : documents) {
            if (document.tuned() != tuned) {
                continue;
            }
            List<Toponym> found = ranker.rank(document.mentions());
            for (int i = 0; i < found.size(); i++) {
                Gold gold = document.gold().get(i);
                Place place = found.get(i).place();
                double away = gold.id().equals(Integer.toString(place.geonamesId())) ? 0 : kilometres(gold, place);
                all[document.corpus()]++;
                right[document.corpus()] += away <= RIGHT_KM ? 1 : 0;
                error[document.corpus()] += Math.log1p(away) / Math.log1p(20039);
            }
        }
        double mean = 0;
        StringBuilder shown = new StringBuilder(tuned ? "tuned   " : "checked ");
        for (int c = 0; c < corpora; c++) {
            mean += (right[c] - 0.1 * error[c]) / all[c] / corpora;
            shown.append(String.format(" %.3f of %.0f", right[c] / all[c], all[c]));
        }
        if (print) {
            System.out.printf("%s  mean %.4f%n", shown, mean);
        }
        return mean;
    }

    private static double kilometres(Gold gold, Place place) {
        double a = Math.toRadians(gold.latitude());
        double b = Math.toRadians(place.latitude());
        double north = Math.sin((b - a) / 2);
        double east = Math.sin(Math.toRadians(place.longitude() - gold.longitude()) / 2);
        return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(north * north + Math.cos(a) * Math.cos(b) * east * east)));
    }

    private static double[] array(RankingWeights w) {
        return new double[] {
            w.people(),
            w.alternate(),
            w.country(),
            w.division(),
            w.namesake(),
            w.region(),
            w.capital(),
            w.seat(),
            w.quarter(),
            w.county(),
            w.inside(),
            w.beside(),
            w.kind(),
            w.sameCountry(),
            w.sameDivision(),
            w.near()
        };
    }

    private static RankingWeights weights(double[] w) {
        return new RankingWeights(
                w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8], w[9], w[10], w[11], w[12], w[13], w[14], w[15]);
    }

    private static Document document(JsonNode node, Gazetteer gazetteer, int corpus) {
        String text = node.get("text").asText();
        Analysis analysis = RoughAnalysis.of(text);
        List<Mention> mentions = new ArrayList<>();
        List<Gold> gold = new ArrayList<>();
        Map<Span, JsonNode> annotated = new HashMap<>();
        List<Span> spans = new ArrayList<>();
        for (JsonNode toponym : node.get("toponyms")) {
            if (toponym.get("literal").asBoolean() && !toponym.get("lat").isNull()) {
                Span span = new Span(
                        text.offsetByCodePoints(0, toponym.get("start").asInt()),
                        text.offsetByCodePoints(0, toponym.get("end").asInt()));
                if (annotated.put(span, toponym) == null) {
                    spans.add(span);
                }
            }
        }
        spans.sort(null);
        for (Span span : spans) {
            Sentence sentence = analysis.sentenceAt(span.start()).orElse(null);
            if (sentence == null) {
                continue;
            }
            List<Token> tokens = sentence.tokensIn(span);
            List<Gazetteer.Sense> senses = new ArrayList<>();
            String key = NameKey.of(span.in(text));
            for (int packed : gazetteer.senses(key)) {
                senses.add(Gazetteer.Sense.unpack(packed));
            }
            if (senses.isEmpty() || tokens.isEmpty()) {
                continue;
            }
            int last = tokens.get(tokens.size() - 1).index();
            mentions.add(new Mention(span, sentence, tokens.get(0).index(), last, key, senses, 1));
            JsonNode toponym = annotated.get(span);
            gold.add(new Gold(
                    toponym.get("lat").asDouble(),
                    toponym.get("lon").asDouble(),
                    toponym.get("geonameid").asText()));
        }
        return new Document(mentions, gold, node.get("id").asText().hashCode() % 2 == 0, corpus);
    }
}
