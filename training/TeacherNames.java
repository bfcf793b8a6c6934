import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** Tags names with NLP4J, the teacher: one word a line in, one row a word out, the tag (BILOU, OntoNotes types) in the last column. */
class TeacherNames {
    private static final String CONFIGURATION =
            """
            <configuration>
                <tsv><column index="0" field="form"/></tsv>
                <lexica>
                    <ambiguity_classes field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
                    <word_clusters field="word_form_simplified_lowercase">edu/emory/mathcs/nlp/lexica/en-brown-clusters-simplified-lowercase.xz</word_clusters>
                    <named_entity_gazetteers field="word_form_simplified">edu/emory/mathcs/nlp/lexica/en-named-entity-gazetteers-simplified.xz</named_entity_gazetteers>
                    <word_embeddings field="word_form_undigitalized">edu/emory/mathcs/nlp/lexica/en-word-embeddings-undigitalized.xz</word_embeddings>
                </lexica>
                <models>
                    <pos>edu/emory/mathcs/nlp/models/en-pos.xz</pos>
                    <ner>edu/emory/mathcs/nlp/models/en-ner.xz</ner>
                </models>
            </configuration>
            """;

    public static void main(String[] arguments) throws Exception {
        NLPDecoder decoder = new NLPDecoder(new ByteArrayInputStream(CONFIGURATION.getBytes()));
        try (InputStream in = new BufferedInputStream(new FileInputStream(arguments[0]));
                OutputStream out = new BufferedOutputStream(new FileOutputStream(arguments[1]))) {
            decoder.decode(in, out, "tsv");
        }
    }
}
