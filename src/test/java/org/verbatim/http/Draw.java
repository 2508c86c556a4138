package org.verbatim.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Draws requests from the contract and from what earlier answers have told: most of them right or nearly right, since a
 * service refuses nonsense long before it does anything.
 */
final class Draw {

    /** Values that somebody somewhere has stumbled over. */
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\t\n",
            "\0",
            "a\0b",
            "\u0001",
            "\u007f",
            "\u0085",
            "\u200b",
            "\ufeff",
            "\uffff",
            "\ud800",
            "a\udc00b",
            "\u202eabc",
            "e\u0301".repeat(200),
            "ﷺ".repeat(50),
            "😀",
            "😀".repeat(600),
            "İıßﬁǅ",
            "٥",
            "-1",
            "0",
            "1",
            "+5",
            "007",
            "100",
            "101",
            "1.5",
            "1e3",
            "1e400",
            "0x10",
            "NaN",
            "Infinity",
            "2147483647",
            "2147483648",
            "-9223372036854775809",
            "9".repeat(18),
            "9".repeat(400),
            "0.0000001",
            "null",
            "true",
            "' or 1=1 --",
            "%",
            "%25",
            "_",
            "\\",
            "\"",
            "“”",
            "{}",
            "[]",
            "*:*",
            "a AND (b",
            "headline:x~2^3",
            "a OR NOT b*",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "a\r\nX-Injected: 1",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "x".repeat(300),
            "x".repeat(301),
            "x".repeat(1000),
            "x".repeat(1001),
            "é".repeat(1000),
            "a b ".repeat(250),
            "x ".repeat(3000),
            "0000",
            "0000-00-00",
            "9999-12-31",
            "2018-02-30",
            "2018-13",
            "2018-00",
            "2024-02-29",
            "10000-01-01",
            "2018-12-10T00:00:00Z",
            "tomorrow");

    /** The same, which no text can be: they stand in an address as they are. */
    private static final List<String> ODD_ENCODED = List.of(
            "%ED%A0%80",
            "%C0%AF",
            "%C3",
            "%FF",
            "%E0%80%80",
            "%F4%90%80%80",
            "%zz",
            "%",
            "%u00e9",
            "é",
            "a;b=c",
            "%2e%2e%2f",
            "%2F",
            "%5C",
            "%3Fq=1",
            "%23",
            "a%0d%0aX-Injected:%201");

    private static final List<String> CANDIDATES = List.of(
            "USD",
            "EUR",
            "MAD",
            "2018",
            "2018-12",
            "2018-12-10",
            "2026-11",
            "fr",
            "en",
            "ALDAR",
            "Maroc",
            "OIM",
            "10",
            "1000000",
            "100000000",
            "0.5",
            "2",
            "3",
            "20",
            "99",
            "DIRECT",
            "x");

    private static final List<String> ACCEPTED = List.of(
            "*/*",
            "application/*",
            "text/*",
            "application/json, text/csv;q=0.5",
            "text/csv;q=0.9, application/x-ndjson;q=0.8, */*;q=0.1",
            "application/json;q=0",
            "application/json;q=0, */*",
            "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"",
            "application/problem+json",
            "application/json; charset=utf-16",
            "text/html",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "text/html;q=0.5, application/json;q=0.9",
            "image/png",
            "",
            "nonsense",
            "/",
            "*/json",
            "application/json;q=2",
            "application/json;q=NaN",
            ",,,",
            "a/b;c=\"",
            "text/csv, \"",
            "x".repeat(15_000),
            "a/b;c=\"" + "x".repeat(15_000) + "\"",
            ",a/b".repeat(3000),
            "é/è");

    private static final List<String> LANGUAGES = List.of(
            "fr",
            "en;q=0.5, fr",
            "*",
            "de",
            "",
            "xx-yy-zz",
            ";q=",
            "en-US,en;q=0.9",
            "é",
            "fr;q=9",
            "fr,".repeat(4000),
            "x".repeat(15_000));

    private static final List<String> SENTENCES = List.of(
            "« Nous ouvrirons le port au mois de mars », a déclaré Anne Roy, ministre des Transports.",
            "« Rien n’est décidé », a-t-elle ajouté.",
            "La Banque mondiale prêtera 120 millions de dollars au Maroc.",
            "Anne Roy a rencontré Amy Pope à Rabat le 12 mars 2024.",
            "The World Bank will lend Morocco $120 million for its ports, the bank said on Tuesday.",
            "“We will not wait,” said Joan Smith, the mayor of Leeds. “Nobody should.”",
            "Selon lui, l’aide a « sauvé des milliers de vies » 😀.",
            "L’Union européenne a promis 2,5 milliards d’euros à l’OIM.",
            "\u202eRien.\u202c",
            "The minister met her counterpart in Paris.",
            "«",
            "””“«»’");

    private final Contract contract;
    private final Known known;
    private final Tokens tokens;

    /** Who says who they are, and how far it is true. */
    interface Tokens {
        String editor();

        String reader();

        String expired();
    }

    Draw(Contract contract, Known known, Tokens tokens) {
        this.contract = contract;
        this.known = known;
        this.tokens = tokens;
    }

    Wire.Request next(Random random) {
        if (chance(random, 0.02) && !known.links().isEmpty()) {
            return Wire.Request.get(pick(random, known.links()));
        }
        if (chance(random, 0.02)) {
            return Wire.Request.get(elsewhere(random));
        }
        Contract.Operation operation = pick(random, contract.operations());
        String method = operation.method();
        if (chance(random, 0.17)) {
            method = method.equals("GET") && chance(random, 0.5)
                    ? "HEAD"
                    : pick(
                            random,
                            List.of(
                                    "OPTIONS",
                                    "OPTIONS",
                                    "TRACE",
                                    "PATCH",
                                    "PUT",
                                    "DELETE",
                                    "POST",
                                    "GET",
                                    "QUERY",
                                    "PROPFIND",
                                    "get",
                                    "FOO"));
        }
        List<Wire.Field> fields = new ArrayList<>();
        byte[] body = new byte[0];
        Wire.Request reviewed = chance(random, 0.8) ? review(random, operation) : null;
        String target = reviewed != null ? reviewed.target() : target(random, operation);
        if (reviewed != null) {
            fields.addAll(reviewed.fields());
            body = reviewed.body();
        } else if (!operation.bodies().isEmpty()) {
            Sent sent = body(random, operation);
            body = sent.body();
            sent.type().ifPresent(type -> fields.add(new Wire.Field("Content-Type", type)));
            if (operation.path().endsWith("/review") && chance(random, 0.8)) {
                fields.add(new Wire.Field("If-Match", pick(random, tags())));
            }
        } else if (chance(random, 0.01)) {
            body = pick(random, List.of("{}", "x", "q=1")).getBytes(StandardCharsets.UTF_8);
        }
        if (body.length > 0 && chance(random, 0.03)) {
            fields.add(new Wire.Field(
                    "Content-Encoding", pick(random, List.of("gzip", "identity", "br", "deflate", "x", ""))));
            if (chance(random, 0.5)) {
                body = zipped(body);
            }
        }
        headers(random, operation, target, fields);
        return new Wire.Request(method, target, fields, body, body.length > 0 && chance(random, 0.1));
    }

    /** What is not in the contract, and has to fail as decently. */
    private String elsewhere(Random random) {
        return pick(
                random,
                List.of(
                        "/v1",
                        "/v1/",
                        "/v1/nope",
                        "/v2/quotes",
                        "//v1/quotes",
                        "/v1//quotes",
                        "/v1/./quotes",
                        "/v1/quotes/../agents",
                        "/v1/quotes/%2e%2e/agents",
                        "/v1/quotes/a/b/c",
                        "/V1/quotes",
                        "/v1/quotes;x=y",
                        "/v1/quotes?" + "&".repeat(500),
                        "/v1/quotes?=x",
                        "/v1/quotes?limit",
                        "/v1/quotes?limit=5#x",
                        "/v1/quotes?" + "x=1&".repeat(1500),
                        "/v1/quotes%00",
                        "/v1/quotes%20",
                        "/openapi.json",
                        "/openapi",
                        "/q/health",
                        "/q/health/ready",
                        "/q/metrics",
                        "/q/nope",
                        "/q/swagger-ui/nope",
                        "/problems",
                        "/oembed?url=x",
                        "/oembed?url=http://localhost/quotes/d5de80af24a298a5.q969&format=xml",
                        "/quotes/d5de80af24a298a5.q969",
                        "/quotes/nope",
                        "/search?q=Maroc",
                        "/search?q=%00",
                        "/articles/d5de80af24a298a5",
                        "/mcp",
                        "/favicon.ico",
                        "*",
                        "http://localhost/v1/quotes",
                        "http://elsewhere.example/v1/agents?limit=1",
                        "/v1/quotes?q=" + "x".repeat(20_000)));
    }

    // --- Addresses ------------------------------------------------------------------------------------------------

    private String target(Random random, Contract.Operation operation) {
        String path = operation.path();
        if (path.contains("{id}")) {
            path = path.replace("{id}", id(random, operation));
        }
        if (chance(random, 0.01)) {
            path += "/";
        }
        List<String> query = new ArrayList<>();
        boolean careful = chance(random, 0.6);
        for (Contract.Parameter parameter : operation.parameters("query")) {
            if (parameter.name().equals("cursor")) {
                if (chance(random, 0.05)) {
                    query.add("cursor=" + cursor(random));
                }
            } else if (chance(random, parameter.required() ? 0.97 : 0.22)) {
                int times = parameter.isList() && chance(random, 0.3) ? 2 : !careful && chance(random, 0.04) ? 2 : 1;
                for (int i = 0; i < times; i++) {
                    query.add(parameter.name() + "=" + value(random, parameter, careful));
                }
            }
        }
        if (!careful) {
            if (chance(random, 0.05)) {
                query.add(pick(
                        random, List.of("speakr=x", "LIMIT=5", "q[]=x", "=", "&", "limit", "%00=1", "a%ED%A0%80=1")));
            }
            if (chance(random, 0.01)) {
                query.add("q=" + "x".repeat(17_000));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String id(Random random, Contract.Operation operation) {
        String list = operation.path().replaceFirst("/\\{id}.*", "");
        List<String> ids = known.ids(list);
        double way = random.nextDouble();
        if (operation.method().equals("DELETE")) {
            // Without the seeds there would be little to ask for.
            return known.posted().size() > 20 || (way < 0.5 && !known.posted().isEmpty())
                    ? known.posted().get(0)
                    : pick(
                            random,
                            List.of("nope", "0", encoded(pick(random, ODD)).replace("/", "%2F") + "x"));
        }
        if (way < 0.8 && !ids.isEmpty()) {
            return pick(random, ids);
        }
        if (way < 0.85 && !known.withdrawn().isEmpty()) {
            String article = pick(random, known.withdrawn());
            return pick(random, List.of(article, article + ".q0", article + ".q10"));
        }
        if (way < 0.9) {
            List<String> other = known.ids(pick(random, List.of("/v1/quotes", "/v1/agents", "/v1/meetings")));
            return other.isEmpty() ? "nope" : pick(random, other);
        }
        if (way < 0.95) {
            return pick(random, ODD_ENCODED).replace("?", "%3F");
        }
        String odd = encoded(pick(random, ODD));
        return odd.isEmpty() ? "nope" : odd;
    }

    private String cursor(Random random) {
        List<String> cursors = known.cursors();
        if (cursors.isEmpty()) {
            return "ZDVkZTgwYWYyNGEyOThhNS5xMzQ2";
        }
        String cursor = pick(random, cursors);
        int place = random.nextInt(cursor.length());
        return switch (random.nextInt(4)) {
            case 0 -> cursor.substring(0, place);
            case 1 -> cursor.substring(0, place) + (char) ('A' + random.nextInt(26)) + cursor.substring(place + 1);
            default -> cursor;
        };
    }

    private String value(Random random, Contract.Parameter parameter, boolean careful) {
        if (!careful && chance(random, 0.25)) {
            return chance(random, 0.2) ? pick(random, ODD_ENCODED) : encoded(pick(random, ODD));
        }
        for (int tries = 0; tries < 5; tries++) {
            String value = candidate(random, parameter);
            if (contract.faultsOfRequest(parameter.schema(), contract.typed(parameter.schema(), List.of(value)))
                    .isEmpty()) {
                return encoded(random, value);
            }
        }
        return encoded(candidate(random, parameter));
    }

    private String candidate(Random random, Contract.Parameter parameter) {
        JsonNode schema =
                contract.resolved(parameter.isList() ? parameter.schema().path("items") : parameter.schema());
        if (schema.has("enum")) {
            return pick(random, texts(schema.path("enum")));
        }
        List<String> examples = parameter.examples().stream()
                .flatMap(example -> example.isArray() ? texts(example).stream() : Stream.of(example.asText()))
                .toList();
        if (!examples.isEmpty() && chance(random, 0.25)) {
            return pick(random, examples);
        }
        if (schema.path("type").asText().equals("integer")) {
            int max = schema.path("maximum").asInt(1000);
            return String.valueOf(
                    pick(random, List.of(schema.path("minimum").asInt(), 2, 3, 5, max, random.nextInt(max) + 1)));
        }
        if (List.of("article", "speaker", "provider", "receiver", "attendee").contains(parameter.name())
                && chance(random, 0.5)) {
            List<String> ids = known.ids(parameter.name().equals("article") ? "/v1/articles" : "/v1/agents");
            if (!ids.isEmpty()) {
                return pick(random, ids);
            }
        }
        return switch (random.nextInt(4)) {
            case 0 -> pick(random, ODD);
            case 1 -> pick(random, CANDIDATES);
            default -> words(random);
        };
    }

    /** Some words that are held, or nearly. */
    private String words(Random random) {
        if (known.words().isEmpty()) {
            return "Maroc";
        }
        String words = pick(random, known.words());
        if (chance(random, 0.3)) {
            int begin = words.offsetByCodePoints(0, random.nextInt(words.codePointCount(0, words.length())));
            return words.substring(begin);
        }
        return chance(random, 0.2) ? words.replace("e", "é").replace(" a ", " … ") : words;
    }

    private static String encoded(Random random, String text) {
        String encoded = encoded(text);
        return switch (random.nextInt(4)) {
            case 0 -> encoded.replace("%20", "+");
            case 1 -> encoded.replaceAll("%2C", ",").replace("%3A", ":").replace("%2F", "/");
            default -> encoded;
        };
    }

    static String encoded(String text) {
        return encoded(text, c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0));
    }

    /** As octets: a lone surrogate, which has no UTF-8 form, goes out as the three octets that a careless client sends. */
    static String encoded(String text, IntPredicate plain) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (plain.test(codePoint)) {
                encoded.append((char) codePoint);
                return;
            }
            byte[] octets = codePoint >= 0xD800 && codePoint <= 0xDFFF
                    ? new byte[] {
                        (byte) 0xED, (byte) (0x80 | (codePoint >> 6 & 0x3F)), (byte) (0x80 | (codePoint & 0x3F))
                    }
                    : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            for (byte octet : octets) {
                encoded.append("%%%02X".formatted(octet & 0xFF));
            }
        });
        return encoded.toString();
    }

    // --- Header fields --------------------------------------------------------------------------------------------

    private void headers(Random random, Contract.Operation operation, String target, List<Wire.Field> fields) {
        double way = random.nextDouble();
        if (way < 0.25) {
            fields.add(new Wire.Field(
                    "Accept", pick(random, operation.mediaTypes().isEmpty() ? ACCEPTED : operation.mediaTypes())));
        } else if (way < 0.4) {
            fields.add(new Wire.Field("Accept", pick(random, ACCEPTED)));
        }
        if (chance(random, operation.isForEditors() ? 0.93 : 0.1)) {
            fields.add(new Wire.Field("Authorization", authorization(random, operation.isForEditors() ? 0.93 : 0.5)));
        }
        if (operation.method().equals("GET") && chance(random, 0.15)) {
            fields.add(new Wire.Field(
                    "If-None-Match", chance(random, 0.6) ? known.tag(target).orElse("*") : pick(random, tags())));
        }
        if (chance(random, 0.1)) {
            fields.add(new Wire.Field("Accept-Language", pick(random, LANGUAGES)));
        }
        if (chance(random, 0.12)) {
            fields.add(pick(
                    random,
                    List.of(
                            new Wire.Field("Accept-Encoding", "gzip, br"),
                            new Wire.Field("Accept-Charset", "utf-16"),
                            new Wire.Field("Range", "bytes=0-10"),
                            new Wire.Field("Range", "bytes=-1,5-2,x"),
                            new Wire.Field("Expect", "100-continue"),
                            new Wire.Field("Expect", "the unexpected"),
                            new Wire.Field("Origin", "https://elsewhere.example"),
                            new Wire.Field("Origin", "null"),
                            new Wire.Field("Access-Control-Request-Method", "GET"),
                            new Wire.Field("If-Modified-Since", "Thu, 26 Nov 2026 00:00:00 GMT"),
                            new Wire.Field("If-Unmodified-Since", "never"),
                            new Wire.Field("If-Match", "\"another\""),
                            new Wire.Field("X-HTTP-Method-Override", "DELETE"),
                            new Wire.Field("X-Forwarded-Host", "a b"),
                            new Wire.Field("X-Forwarded-Proto", "javascript"),
                            new Wire.Field("Forwarded", "for=\"[::1\";host=;proto=x"),
                            new Wire.Field("Host", "news.example"),
                            new Wire.Field("Host", "news.example:8443"),
                            new Wire.Field("Host", "[::1]:80"),
                            new Wire.Field("Host", ""),
                            new Wire.Field("Host", "a b"),
                            new Wire.Field("Host", "[::1"),
                            new Wire.Field("Host", "x:99999999"),
                            new Wire.Field("Host", "x:y"),
                            new Wire.Field("Host", "under_score"),
                            new Wire.Field("Host", "é.example"),
                            new Wire.Field("Host", "a\"><b"),
                            new Wire.Field("Host", "user@x"),
                            new Wire.Field("Host", "x/y?z#"),
                            new Wire.Field("Host", "%41"),
                            new Wire.Field("Cookie", "lang=fr; x=\""),
                            new Wire.Field("Cookie", "language=\u00e9; =; ;;"),
                            new Wire.Field("Content-Type", "application/json"),
                            new Wire.Field("Content-Length", "x"),
                            new Wire.Field("Content-Length", "-1"),
                            new Wire.Field("X-Request-Id", "a\tb{}<>\u00e9"),
                            new Wire.Field("traceparent", "00-zz"),
                            new Wire.Field("Upgrade", "h2c"),
                            new Wire.Field("X-Long", "x".repeat(15_900)),
                            new Wire.Field("X-Long", "x".repeat(17_000)))));
        }
    }

    private String authorization(Random random, double good) {
        if (chance(random, good)) {
            return "Bearer " + tokens.editor();
        }
        return switch (random.nextInt(7)) {
            case 0 -> "Bearer " + tokens.reader();
            case 1 -> "Bearer " + tokens.expired();
            case 2 -> "Basic YWxpY2U6YWxpY2U=";
            case 3 -> "bearer";
            case 4 -> random.nextBoolean() ? "Bearer é" : "Bearer " + "x.".repeat(7000);
            case 5 -> "Bearer " + tokens.editor().replaceFirst("\\.", ".e30");
            default -> "Negotiate \u0001, Bearer x";
        };
    }

    private List<String> tags() {
        return Stream.concat(
                        known.tags().stream(),
                        Stream.of(
                                "*",
                                "\"another\"",
                                "W/\"another\"",
                                "another",
                                "\"a\", \"b\",",
                                "\"",
                                "",
                                "\"é\"",
                                "\"" + "x".repeat(15_000),
                                "\"a\",".repeat(3000)))
                .toList();
    }

    // --- Bodies ---------------------------------------------------------------------------------------------------

    /** A body, and what is said of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(byte[] body, Optional<String> type) {}

    private Sent body(Random random, Contract.Operation operation) {
        String type = pick(random, List.copyOf(operation.bodies().keySet()));
        byte[] body;
        if (type.equals("application/json")) {
            JsonNode value = json(random, operation, operation.bodies().get(type));
            if (chance(random, 0.3)) {
                value = mutated(random, value);
            }
            body = value.toString().getBytes(StandardCharsets.UTF_8);
        } else {
            body = article(random).getBytes(StandardCharsets.UTF_8);
        }
        if (chance(random, 0.12)) {
            body = damaged(random, body);
        }
        if (chance(random, 0.08)) {
            return new Sent(
                    body,
                    Optional.of(pick(
                            random,
                            List.of(
                                    "application/json; charset=UTF-8",
                                    "application/json;charset=utf-16",
                                    "application/json;charset=",
                                    "application/json;charset=nope",
                                    "text/plain; charset=iso-8859-1",
                                    "text/plain",
                                    "text/plain;charset=\"utf-8\"",
                                    "TEXT/PLAIN",
                                    "application/ld+json",
                                    "application/xml",
                                    "application/x-www-form-urlencoded",
                                    "multipart/form-data; boundary=x",
                                    "multipart/form-data",
                                    "application/*",
                                    "*/*",
                                    "text/*",
                                    "application",
                                    "/",
                                    "; ;",
                                    "é/è",
                                    ""))));
        }
        return new Sent(body, chance(random, 0.01) ? Optional.empty() : Optional.of(type));
    }

    /** What a decision, most of the time, can be: on a record as it is. */
    private Wire.Request review(Random random, Contract.Operation operation) {
        if (!operation.path().endsWith("/review") || !operation.method().equals("PUT")) {
            return null;
        }
        List<Known.Reviewed> reviewed = known.reviewed(operation.path().replaceFirst("/\\{id}.*", ""));
        if (reviewed.isEmpty()) {
            return null;
        }
        Known.Reviewed review = pick(random, reviewed);
        ObjectNode decision = JsonNodeFactory.instance.objectNode();
        String status = pick(random, List.of("CONFIRMED", "CONFIRMED", "CORRECTED", "REJECTED"));
        decision.put("status", status);
        if (!status.equals("CONFIRMED") || chance(random, 0.2)) {
            decision.put(
                    "reason", pick(random, List.of("So it stands there.", "😀", "x".repeat(1000), "x".repeat(1001))));
        }
        if (status.equals("CORRECTED")) {
            ObjectNode record = review.record().deepCopy();
            record.remove(List.of("id", "reviewStatus", "extraction"));
            decision.set("record", chance(random, 0.3) ? mutated(random, record) : record);
        }
        JsonNode body = chance(random, 0.1) ? mutated(random, decision) : decision;
        return new Wire.Request(
                "PUT",
                review.target(),
                List.of(
                        new Wire.Field("Content-Type", "application/json"),
                        new Wire.Field("If-Match", chance(random, 0.85) ? review.tag() : pick(random, tags()))),
                body.toString().getBytes(StandardCharsets.UTF_8),
                false);
    }

    private JsonNode json(Random random, Contract.Operation operation, JsonNode schema) {
        List<JsonNode> examples = operation.bodyExamples("application/json");
        double way = random.nextDouble();
        if (way < 0.3 && !examples.isEmpty()) {
            JsonNode example = pick(random, examples).deepCopy();
            if (example instanceof ObjectNode object && object.path("text").isTextual() && chance(random, 0.7)) {
                object.put("text", object.path("text").asText() + "\n\n" + random.nextInt(1_000_000));
            }
            return example;
        }
        if (way < 0.6
                && operation.id().equals("addArticle")
                && !known.dossiers().isEmpty()) {
            return renewed(random, pick(random, known.dossiers()));
        }
        JsonNode value = value(random, schema, 0);
        if (value instanceof ObjectNode object && object.has("text") && chance(random, 0.7)) {
            object.put("text", operation.id().startsWith("verify") ? words(random) : article(random));
        }
        return value;
    }

    /** A dossier of another article that says the same. */
    private JsonNode renewed(Random random, JsonNode dossier) {
        ObjectNode renewed = dossier.deepCopy();
        renewed.put("text", renewed.path("text").asText() + "\n\n" + random.nextInt(1_000_000));
        ((ObjectNode) renewed.path("article")).remove(List.of("id", "sha256"));
        for (String kind : List.of("quotes", "fundingFacts", "meetings")) {
            renewed.path(kind)
                    .forEach(record -> ((ObjectNode) record).remove(List.of("id", "alsoReportedIn", "reviewStatus")));
        }
        return renewed;
    }

    private String article(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                        .mapToObj(i -> chance(random, 0.1) ? pick(random, ODD) : pick(random, SENTENCES))
                        .collect(Collectors.joining(chance(random, 0.5) ? " " : "\n\n"))
                + (chance(random, 0.8) ? " " + random.nextInt(1_000_000) : "");
    }

    /** Anything that a schema allows. */
    private JsonNode value(Random random, JsonNode given, int depth) {
        JsonNode schema = contract.resolved(given);
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return value(
                        random,
                        schema.path(choice)
                                .get(random.nextInt(schema.path(choice).size())),
                        depth);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = json.objectNode();
                List<String> required = texts(schema.path("required"));
                schema.path("properties").properties().forEach(property -> {
                    if (required.contains(property.getKey()) || chance(random, depth > 3 ? 0.1 : 0.4)) {
                        object.set(property.getKey(), value(random, property.getValue(), depth + 1));
                    }
                });
                yield object;
            }
            case "array" -> {
                ArrayNode array = json.arrayNode();
                int size = schema.path("minItems").asInt() + random.nextInt(3);
                for (int i = 0; i < size; i++) {
                    array.add(value(random, schema.path("items"), depth + 1));
                }
                yield array;
            }
            case "integer" -> json.numberNode(schema.path("minimum").asInt() + random.nextInt(200));
            case "number" -> json.numberNode(random.nextInt(1_000_000) + 1);
            case "boolean" -> json.booleanNode(random.nextBoolean());
            default -> {
                for (int tries = 0; tries < 20; tries++) {
                    JsonNode text = json.textNode(
                            switch (random.nextInt(6)) {
                                case 0 -> pick(random, CANDIDATES);
                                case 1 -> pick(random, ODD);
                                case 2 ->
                                    pick(random, List.of("anne-roy", "oim", "2024-01-31", "fr", "https://x.example/é"));
                                default -> words(random);
                            });
                    if (contract.faultsOfRequest(schema, text).isEmpty()) {
                        yield text;
                    }
                }
                yield json.textNode("x");
            }
        };
    }

    /** With something else at one place of it. */
    private JsonNode mutated(Random random, JsonNode value) {
        JsonNode copy = value.deepCopy();
        List<JsonNode> containers = new ArrayList<>();
        collect(copy, containers);
        if (containers.isEmpty()) {
            return odd(random);
        }
        JsonNode container = pick(random, containers);
        if (container instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            if (keys.isEmpty() || chance(random, 0.15)) {
                object.set(pick(random, List.of("unknown", "", "id", "type", "@type", "é", "a\0b")), odd(random));
            } else if (chance(random, 0.3)) {
                object.remove(pick(random, keys));
            } else {
                object.set(pick(random, keys), odd(random));
            }
        } else if (container instanceof ArrayNode array) {
            if (array.isEmpty() || chance(random, 0.3)) {
                array.add(array.isEmpty() ? odd(random) : array.get(0).deepCopy());
            } else {
                array.set(random.nextInt(array.size()), odd(random));
            }
        }
        return copy;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode odd(Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(10)) {
            case 0 -> NullNode.instance;
            case 1 -> json.numberNode(random.nextInt(5) - 2);
            case 2 -> json.numberNode(Long.MAX_VALUE);
            case 3 -> json.numberNode(1.5);
            case 4 -> json.booleanNode(true);
            case 5 -> json.arrayNode();
            case 6 -> json.objectNode();
            case 7 -> json.arrayNode().add(json.objectNode().put("exact", "x"));
            default -> json.textNode(pick(random, ODD));
        };
    }

    /** No longer what it was, octet by octet. */
    private static byte[] damaged(Random random, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        UnaryOperator<String> wrap = inner -> text.startsWith("{") ? "{" + inner + "," + text.substring(1) : inner;
        return switch (random.nextInt(20)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> text.getBytes(StandardCharsets.UTF_16);
            case 4 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 5 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 6 -> text.getBytes(Charset.forName("UTF-32"));
            case 7 -> "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            case 8 ->
                wrap.apply("\"text\":" + "[".repeat(2000) + "]".repeat(2000)).getBytes(StandardCharsets.UTF_8);
            case 9 -> wrap.apply("\"text\":\"twice\"").getBytes(StandardCharsets.UTF_8);
            case 10 -> wrap.apply("\"limit\":1e999999999").getBytes(StandardCharsets.UTF_8);
            case 11 -> wrap.apply("\"text\":" + "9".repeat(2000)).getBytes(StandardCharsets.UTF_8);
            case 12 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 13 -> (text + "\0").getBytes(StandardCharsets.UTF_8);
            case 14 -> text.replace("\"text\":\"", "\"text\":\"\\ud800").getBytes(StandardCharsets.UTF_8);
            case 15 -> text.replace("\"text\":\"", "\"text\":\"\\u0000").getBytes(StandardCharsets.UTF_8);
            case 16 -> text.replace("\"", "'").getBytes(StandardCharsets.UTF_8);
            case 17 -> "null".getBytes(StandardCharsets.UTF_8);
            case 18 -> chanceOfMuch(random, body);
            default -> {
                byte[] flipped = body.clone();
                if (flipped.length > 0) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
        };
    }

    private static byte[] chanceOfMuch(Random random, byte[] body) {
        return chance(random, 0.3)
                ? Arrays.copyOf(body, (1 << 20) + 1)
                : " ".repeat(1000).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    static boolean chance(Random random, double probability) {
        return random.nextDouble() < probability;
    }

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** Octets that are no HTTP, or only nearly. */
    static final Map<String, String> NO_HTTP = Map.of(
            "two spaces", "GET  /v1/quotes HTTP/1.1\r\nHost: x\r\n\r\n",
            "no version", "GET /v1/quotes\r\n\r\n",
            "a version that does not exist", "GET /v1/quotes HTTP/3.7\r\nHost: x\r\n\r\n",
            "no colon", "GET /v1/quotes HTTP/1.1\r\nHost x\r\n\r\n",
            "a control character in a field", "GET /v1/quotes HTTP/1.1\r\nHost: x\r\nX: a\u0001b\r\n\r\n",
            "a NUL in a field", "GET /v1/quotes HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n",
            "a folded field", "GET /v1/quotes HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n",
            "lengths that differ",
                    "POST /v1/extractions HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "a length and chunks", """
                    POST /v1/extractions HTTP/1.1\r
                    Host: x\r
                    Content-Length: 3\r
                    Transfer-Encoding: chunked\r
                    \r
                    0\r
                    \r
                    """,
            "chunks that are none",
                    "POST /v1/extractions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");
}
