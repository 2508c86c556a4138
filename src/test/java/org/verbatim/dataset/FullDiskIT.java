package org.verbatim.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.IdentityProvider;
import org.verbatim.Packaged;
import org.verbatim.TestDatabase;

/**
 * What the packaged service does when the file of its database cannot grow, and when it can again. The system is told to let
 * none of its files grow beyond a size, which to it is what a full disk is, and needs no disk that is full.
 */
class FullDiskIT {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    @TempDir
    Path folder;

    @Test
    void writesAreRefusedAndReadsAnsweredUntilThereIsRoom() throws IOException, InterruptedException {
        assumeFalse(TestDatabase.isPostgresql(), "its disk is the server's");
        assumeTrue(Files.isExecutable(PRLIMIT), "nothing here can limit the size of a file");
        IdentityProvider provider = new IdentityProvider();
        List<String> settings = new ArrayList<>();
        provider.start().forEach((name, value) -> settings.add(name + "=" + value));
        settings.add("verbatim.data.directory=" + folder.resolve("data"));
        try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
            String address = service.address();
            List<String> added = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                added.add(post(address, i).then().statusCode(201).extract().path("id"));
            }
            limitFiles(service, "300000");
            Response answer = post(address, 10);
            for (int i = 11; answer.statusCode() == 201; i++) {
                added.add(answer.path("id"));
                assertThat(i).as("articles until there is no room").isLessThan(100);
                answer = post(address, i);
            }
            refused(answer);

            // It opens the file again to read it.
            until(() -> given().get(address + "/v1/articles/" + added.get(0)).statusCode() == 200);
            for (int i = 0; i < 20; i++) {
                for (String id : added) {
                    given().get(address + "/v1/articles/" + id).then().statusCode(200);
                }
                given().get(address + "/v1/quotes?q=quai").then().statusCode(200);
                refused(post(address, 2000 + i));
                given().get(address + "/q/health/ready").then().statusCode(503);
                given().get(address + "/q/health/live").then().statusCode(200);
            }

            limitFiles(service, "unlimited");
            until(() -> given().get(address + "/q/health/ready").statusCode() == 200);
            Response after = post(address, 3000);
            assertThat(after.statusCode()).as(after.asString()).isEqualTo(201);
            added.add(after.path("id"));
            for (String id : added) {
                given().get(address + "/v1/articles/" + id).then().statusCode(200);
            }
            given().get(address + "/v1/articles?q=quaiplein").then().body("total", is(added.size()));
            assertThat(service.said())
                    .containsOnlyOnce("The database cannot be used")
                    .containsOnlyOnce("The database can be used again")
                    .doesNotContain("\tat ");
        } finally {
            provider.stop();
        }
    }

    private static void limitFiles(Packaged service, String bytes) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(PRLIMIT.toString(), "--pid=" + service.pid(), "--fsize=" + bytes + ":unlimited")
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", is("5"))
                .body("type", endsWith("#unavailable"));
    }

    private static Response post(String address, int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder("Le quaiplein %d est ouvert.\n\n".formatted(number));
        for (int i = 0; i < 100_000; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        // A dossier, lest a program looks for quotes in it.
        return given().header("Authorization", "Bearer " + IdentityProvider.editor("alice"))
                .contentType("application/json")
                .body(Map.of(
                        "text", text.toString(),
                        "article", Map.of("inLanguage", "fr"),
                        "agents", List.of(),
                        "quotes", List.of(),
                        "fundingFacts", List.of(),
                        "meetings", List.of()))
                .post(address + "/v1/articles");
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes within a minute").isLessThan(end);
            Thread.sleep(200);
        }
    }
}
