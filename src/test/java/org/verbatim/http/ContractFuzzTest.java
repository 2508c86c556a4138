package org.verbatim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.verbatim.IdentityProvider;

/**
 * Whatever is sent to it, the service answers as {@code openapi.yaml} says. For longer:
 * {@code mvn test -Dtest=ContractFuzzTest -Dfuzz.requests=20000 -Dfuzz.seed=1}.
 */
@QuarkusTest
@TestProfile(ContractFuzzTest.OnItsOwn.class)
class ContractFuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1500);
    private static final long SEED = Long.getLong("fuzz.seed", 20261126);

    /** It adds, corrects and withdraws, which nobody else should see. */
    public static class OnItsOwn implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(IdentityProvider.class));
        }
    }

    @Test
    void everyAnswerIsAsTheContractSays() throws IOException {
        ContractFuzz fuzz =
                new ContractFuzz(RestAssured.port, SEED, Contract.read(Path.of("openapi.yaml")), new FreshTokens());
        fuzz.run(REQUESTS);
        System.out.printf("%d requests (fuzz.seed=%d)%n", REQUESTS, SEED);
        Map<Integer, Integer> statuses = new TreeMap<>();
        fuzz.answered().forEach((operation, answers) -> {
            System.out.printf("  %s: %s%n", operation, answers);
            answers.forEach((status, times) -> statuses.merge(status, times, Integer::sum));
        });
        System.out.printf("  all: %s%n", statuses);

        assertThat(fuzz.failures()).as("failures").isEmpty();
        if (REQUESTS < 1500) {
            return;
        }
        // Some of it makes sense.
        assertThat(statuses.keySet())
                .contains(200, 201, 204, 304, 400, 401, 403, 404, 405, 406, 410, 412, 415, 422, 428, 431);
        fuzz.answered()
                .forEach((operation, answers) ->
                        assertThat(answers.keySet()).as(operation).anyMatch(status -> status / 100 == 2));
    }

    /** Tokens are good for five minutes, a long run is longer. */
    static final class FreshTokens implements Draw.Tokens {

        private Instant madeAt = Instant.MIN;
        private String editor = "";
        private String reader = "";
        private final String expired = IdentityProvider.token(IdentityProvider.claims("alice")
                .groups("editor")
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(60)));

        @Override
        public String editor() {
            renew();
            return editor;
        }

        @Override
        public String reader() {
            renew();
            return reader;
        }

        @Override
        public String expired() {
            return expired;
        }

        private void renew() {
            Instant now = Instant.now();
            if (madeAt.isBefore(now.minusSeconds(60))) {
                madeAt = now;
                editor = IdentityProvider.editor("alice");
                reader = IdentityProvider.reader("bob");
            }
        }
    }
}
