package org.verbatim.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be measured, in the text format of Prometheus. */
@QuarkusTest
class MetersTest {

    @Test
    void verdictsAreCounted() {
        for (String verdict : List.of("VERBATIM", "ELIDED", "ALTERED", "MISATTRIBUTED", "REPORTED", "NOT_FOUND")) {
            assertThat(value("verbatim_verifications_total{verdict=\"%s\"}".formatted(verdict)))
                    .isNotNegative();
        }
        String notFound = "verbatim_verifications_total{verdict=\"NOT_FOUND\"}";
        double before = value(notFound);
        given().contentType("application/json")
                .body("{\"text\": \"nobody ever said these very words\"}")
                .post("/v1/quote-verifications")
                .then()
                .statusCode(200);
        assertThat(value(notFound)).isEqualTo(before + 1);
    }

    @Test
    void extractionsAreMeasured() {
        String quotes = "verbatim_extraction_records_total{type=\"Quote\"}";
        // There is nothing to see before the first one.
        extract();
        double before = value(quotes);
        double times = value("verbatim_extraction_seconds_count");
        extract();
        assertThat(value(quotes)).isEqualTo(before + 1);
        assertThat(value("verbatim_extraction_seconds_count")).isEqualTo(times + 1);
        assertThat(value("verbatim_extraction_seconds_sum")).isPositive();
        assertThat(value("verbatim_extraction_records_total{type=\"FundingFact\"}"))
                .isNotNegative();
        assertThat(value("verbatim_extraction_records_total{type=\"Meeting\"}")).isNotNegative();
    }

    @Test
    void theIndexFollowsTheDataset() {
        given().get("/v1/search?q=migration").then().statusCode(200);
        assertThat(value("verbatim_dataset_version")).isPositive();
        assertThat(value("verbatim_index_version")).isEqualTo(value("verbatim_dataset_version"));
        assertThat(value("verbatim_index_lag")).isZero();
        assertThat(value("verbatim_index_documents")).isPositive();
    }

    @Test
    void clientsMakeUpNoMeters() throws IOException {
        String id = "d5de80af24a298a5.q1053";
        given().get("/v1/quotes/" + id).then().statusCode(200);
        given().get("/v1/quotes/made-up").then().statusCode(404);
        given().get("/made-up-as-well").then().statusCode(404);
        given().urlEncodingEnabled(false).get("/made-up-%00").then().statusCode(400);
        given().get("/v1/articles/made-up/text?made=up").then().statusCode(400);
        given().options("/v1/articles/made-up/made-up").then().statusCode(200);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write("MADEUP /v1/quotes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 405");
        }
        assertThat(scraped())
                .contains("uri=\"/v1/quotes/{id}\"")
                .contains("method=\"OTHER\"")
                .doesNotContain(id, "made-up", "MADEUP");
    }

    @Test
    void whatTheFrameworkIsAskedIsNotMeasured() {
        given().get("/v1/articles").then().statusCode(200);
        double before = requests();
        given().get("/q/health/live").then().statusCode(200);
        given().options("/q/health/live").then().statusCode(200);
        given().get("/q/swagger-ui/").then().statusCode(200);
        given().redirects().follow(false).get("/q/swagger-ui").then().statusCode(302);
        given().get("/q/made-up").then().statusCode(404);
        given().get("/q/").then().statusCode(404);
        assertThat(requests()).isEqualTo(before);
        given().get("/v1/articles").then().statusCode(200);
        assertThat(requests()).isEqualTo(before + 1);
    }

    @Test
    void anAnswerIsMeasuredByItsAddressAndItsStatus() {
        String list =
                "http_server_requests_seconds_count{method=\"GET\",outcome=\"%s\",status=\"%d\",uri=\"/v1/meetings\"}";
        // There is nothing to see before the first one. The second one is kept ready.
        String tag =
                given().get("/v1/meetings").then().statusCode(200).extract().header("ETag");
        given().get("/v1/meetings").then().statusCode(200);
        double made = value(list.formatted("SUCCESS", 200));
        given().get("/v1/meetings").then().statusCode(200);
        assertThat(value(list.formatted("SUCCESS", 200))).isEqualTo(made + 1);
        given().header("If-None-Match", tag).get("/v1/meetings").then().statusCode(304);
        double unchanged = value(list.formatted("REDIRECTION", 304));
        given().header("If-None-Match", tag).get("/v1/meetings").then().statusCode(304);
        assertThat(value(list.formatted("REDIRECTION", 304))).isEqualTo(unchanged + 1);
        given().get("/v1/meetings?made=up").then().statusCode(400);
        assertThat(value(list.formatted("CLIENT_ERROR", 400))).isPositive();
        given().get("/verbatim.css").then().statusCode(200);
        assertThat(scraped()).contains("status=\"200\",uri=\"/verbatim.css\"");
    }

    @Test
    void whatIsUnderWayIsCounted() {
        assertThat(sum("http_server_active_requests")).isGreaterThanOrEqualTo(1); // this very one
    }

    private static double requests() {
        return sum("http_server_requests_seconds_count");
    }

    /** Of all series with a name, whatever their tags. */
    private static double sum(String name) {
        return scraped()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static double value(String series) {
        return scraped()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }

    private static String scraped() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static void extract() {
        given().contentType("text/plain; charset=UTF-8")
                .body("« Nous avons besoin d'aide », a déclaré Amy Pope.\n")
                .post("/v1/extractions")
                .then()
                .statusCode(200);
    }
}
