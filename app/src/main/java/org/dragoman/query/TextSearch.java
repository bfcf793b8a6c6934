package org.dragoman.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.util.Bits;
import org.dragoman.archive.TextIndex;
import org.dragoman.text.Span;

/** What Lucene does for {@link org.dragoman.query.Query}: finding articles by words, ranking them, and showing where the words stand. */
final class TextSearch {
    private static final int PASSAGES = 3;
    /** The longest article there is. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private TextSearch() {}

    /** The best of what was found: ids with scores, best first, and how many there are in all. */
    record Ranking(Map<Long, Double> best, long total) {}

    static Ranking rank(TextIndex index, Query query, int offset, int limit) throws IOException {
        return index.search(searcher -> {
            int most = Math.max(1, Math.min(searcher.getIndexReader().maxDoc(), offset + limit));
            TopDocs found = searcher.search(query, most);
            Map<Long, Double> best = new LinkedHashMap<>();
            for (int i = offset; i < found.scoreDocs.length; i++) {
                ScoreDoc hit = found.scoreDocs[i];
                best.put(id(searcher, hit.doc), (double) hit.score);
            }
            return new Ranking(best, searcher.count(query));
        });
    }

    /** The ids of all articles found. */
    static Collection<Long> all(TextIndex index, Query query) throws IOException {
        return index.search(searcher -> {
            List<Long> ids = new ArrayList<>();
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer == null) {
                    continue;
                }
                Bits present = leaf.reader().getLiveDocs();
                SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), TextIndex.ID);
                DocIdSetIterator documents = scorer.iterator();
                for (int document = documents.nextDoc();
                        document != DocIdSetIterator.NO_MORE_DOCS;
                        document = documents.nextDoc()) {
                    if ((present == null || present.get(document)) && values.advanceExact(document)) {
                        ids.add(values.nextValue());
                    }
                }
            }
            return ids;
        });
    }

    /** The sentences of a text that fit a query best, in text order. */
    static List<Hit.Passage> passages(Query query, String text) throws IOException {
        UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(TextIndex.ANALYZER)
                .withFormatter(new Passages())
                .withMaxLength(MOST_CHARACTERS)
                .withMaxNoHighlightPassages(0)
                .build();
        Object passages = highlighter.highlightWithoutSearcher(TextIndex.TEXT, query, text, PASSAGES);
        List<Hit.Passage> read = new ArrayList<>();
        if (passages instanceof List<?> list) {
            list.forEach(passage -> read.add((Hit.Passage) passage));
        }
        return read;
    }

    private static long id(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), TextIndex.ID);
        if (!values.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("a document of the text index has no id");
        }
        return values.nextValue();
    }

    /** Passages as values instead of marked-up text. */
    private static final class Passages extends PassageFormatter {
        @Override
        public List<Hit.Passage> format(org.apache.lucene.search.uhighlight.Passage[] passages, String text) {
            List<Hit.Passage> found = new ArrayList<>();
            for (org.apache.lucene.search.uhighlight.Passage passage : passages) {
                List<Span> marks = new ArrayList<>();
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    Span mark = new Span(
                                    Math.max(passage.getStartOffset(), passage.getMatchStarts()[i]),
                                    Math.min(passage.getEndOffset(), passage.getMatchEnds()[i]))
                            .shift(-passage.getStartOffset());
                    Span last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
                    if (last != null && mark.start() <= last.end()) {
                        marks.set(marks.size() - 1, last.union(mark));
                    } else {
                        marks.add(mark);
                    }
                }
                found.add(new Hit.Passage(
                        text.substring(passage.getStartOffset(), passage.getEndOffset())
                                .stripTrailing(),
                        marks));
            }
            return found;
        }
    }
}
