package org.verbatim.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.verbatim.article.ArticleRepository;
import org.verbatim.text.SourceText;

/** Export, import and export again: nothing is lost, and nothing is added. On data of its own. */
@QuarkusTest
@TestProfile(RoundTripTest.OwnData.class)
class RoundTripTest {

    private static final int TRIES = 150;

    public static class OwnData implements QuarkusTestProfile {}

    @Inject
    DossierImporter importer;

    @Inject
    DossierExport export;

    @Inject
    ArticleRepository articles;

    @Inject
    EntityManager entities;

    private final Schema schema;

    RoundTripTest() throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/main/resources/dossier.schema.json")), InputFormat.JSON);
    }

    @Test
    void theSeeds() {
        for (String id : List.of("fbf5bc84079181b5", "d5de80af24a298a5")) {
            roundTrip(exported(id), textOf(id));
        }
    }

    @Test
    void anyDossier() {
        JqwikSession.run(() -> {
            Arbitrary<Long> seeds = Arbitraries.longs();
            seeds.generator(TRIES).stream(new Random(20261125)).limit(TRIES).forEach(seed -> {
                DossierMaker.Made made = new DossierMaker(new Random(seed.value())).dossier();
                assertThat(store(made.dossier(), made.text()))
                        .as("seed %d", seed.value())
                        .isEmpty();
                String id = made.dossier().article().id();
                roundTrip(exported(id), made.text());
                forget(id);
            });
        });
    }

    private void roundTrip(Dossier first, SourceText text) {
        String id = first.article().id();
        String json = new String(DossierWriter.write(first), StandardCharsets.UTF_8);
        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
        forget(id);
        Dossier read;
        try {
            read = DossierReader.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (DossierReader.UnreadableException e) {
            throw new IllegalStateException(json, e);
        }
        assertThat(store(read, text)).isEmpty();
        assertThat(new String(DossierWriter.write(exported(id)), StandardCharsets.UTF_8))
                .isEqualTo(json);
    }

    private List<Fault> store(Dossier dossier, SourceText text) {
        return QuarkusTransaction.requiringNew().call(() -> importer.store(dossier, text));
    }

    private Dossier exported(String id) {
        return QuarkusTransaction.requiringNew().call(() -> export.of(articles.existing(id)));
    }

    private SourceText textOf(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> SourceText.of(articles.existing(id).text().toString()));
    }

    /** As if it had never been held. */
    private void forget(String id) {
        QuarkusTransaction.requiringNew().run(() -> {
            importer.withdraw(articles.existing(id), "to have it come again", "test");
            entities.createQuery("delete from WithdrawnArticle").executeUpdate();
            entities.createQuery("delete from Withdrawal").executeUpdate();
        });
    }
}
