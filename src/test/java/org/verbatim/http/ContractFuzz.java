package org.verbatim.http;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Sends drawn requests to the service and holds each answer to the contract. */
final class ContractFuzz {

    /** Names of classes, and lines of a stack trace. */
    private static final Pattern LEAK = Pattern.compile(
            "\\b(java|javax|jakarta|org\\.(verbatim|hibernate|h2|jboss|postgresql|apache)|io\\.(quarkus|vertx|netty|smallrye)|com\\.fasterxml)\\.[a-z]+\\.|\\b[A-Z][A-Za-z]+(Exception|Error)\\b|\\bat"
                    + " [a-z.]+\\.[A-Z][A-Za-z]+\\.");

    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Parameters whose values have more to hold than their schema can say. */
    private static final Set<String> BEYOND_SCHEMA = Set.of(
            "article",
            "cursor",
            "format",
            "dateFrom",
            "dateTo",
            "minAmount",
            "maxAmount",
            "modifiedSince",
            "reviewStatus");

    private final int port;
    private final long seed;
    private final Contract contract;
    private final Wire wire;
    private final Known known = new Known();
    private final Draw draw;
    private final Map<String, int[]> texts = new HashMap<>();
    private final IdentityHashMap<int[], String> digests = new IdentityHashMap<>();
    private final Map<String, Map<Integer, Integer>> answered = new TreeMap<>();
    private final Map<String, Failure> failures = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable String context;
    private int expanded;

    ContractFuzz(int port, long seed, Contract contract, Draw.Tokens tokens) {
        this.port = port;
        this.seed = seed;
        this.contract = contract;
        this.wire = new Wire(port);
        this.draw = new Draw(contract, known, tokens);
    }

    /** The first of several requests that failed alike, made as small as it can be. */
    private record Failure(
            int number, Wire.Request request, Wire.Answer answer, List<String> faults, AtomicInteger times) {}

    /** Draws and sends; each request follows from the seed, its number and the answers before it. */
    void run(int requests) throws IOException {
        learnByLists();
        for (int i = 0; i < requests; i++) {
            Wire.Request request = draw.next(new Random(seed ^ (i * 0x9E3779B97F4A7C15L)));
            Wire.Answer answer;
            List<String> faults;
            try {
                answer = wire.send(request);
                faults = faults(request, answer);
                count(request, answer);
                learn(request, answer);
                if (faults.isEmpty()) {
                    faults = further(request, answer);
                }
            } catch (IOException e) {
                wire.close();
                answer = new Wire.Answer(0, List.of(), new byte[0]);
                faults = List.of("no answer: " + e.getMessage());
            }
            if (!faults.isEmpty()) {
                fail(i, request, answer, faults);
            }
        }
        for (Map.Entry<String, String> noHttp : Draw.NO_HTTP.entrySet()) {
            wire.close();
            try {
                int status = wire.send(noHttp.getValue().getBytes(StandardCharsets.UTF_8), false)
                        .status();
                if (status >= 500) {
                    failures.put(
                            noHttp.getKey(),
                            new Failure(
                                    -1,
                                    Wire.Request.get(noHttp.getKey()),
                                    new Wire.Answer(status, List.of(), new byte[0]),
                                    List.of("5xx"),
                                    new AtomicInteger(1)));
                }
            } catch (IOException e) {
                // a connection that is closed is an answer to what is no HTTP
            }
        }
        wire.close();
    }

    private void learnByLists() throws IOException {
        for (Contract.Operation operation : contract.operations()) {
            if (operation.id().startsWith("list")) {
                learn(Wire.Request.get(operation.path()), wire.send(Wire.Request.get(operation.path())));
            }
        }
    }

    private void fail(int number, Wire.Request request, Wire.Answer answer, List<String> faults) {
        String kind = kind(request, faults);
        Failure before = failures.get(kind);
        if (before != null) {
            before.times().incrementAndGet();
            return;
        }
        Wire.Request small = request;
        for (int i = small.fields().size() - 1; i >= 0; i--) {
            List<Wire.Field> fewer = new ArrayList<>(small.fields());
            fewer.remove(i);
            small = ifAlike(kind, small, small.with(fewer));
        }
        for (String part : target(small).query()) {
            String[] halves = small.target().split("\\?", 2);
            List<String> fewer = new ArrayList<>(Arrays.asList(halves[1].split("&", -1)));
            fewer.remove(part);
            small = ifAlike(
                    kind, small, small.withTarget(halves[0] + (fewer.isEmpty() ? "" : "?" + String.join("&", fewer))));
        }
        if (small.body().length > 0) {
            small = ifAlike(kind, small, small.withBody(new byte[0]));
        }
        failures.put(kind, new Failure(number, small, answer, faults, new AtomicInteger(1)));
    }

    private Wire.Request ifAlike(String kind, Wire.Request request, Wire.Request smaller) {
        try {
            Wire.Answer answer = wire.send(smaller);
            List<String> faults = faults(smaller, answer);
            return !faults.isEmpty() && kind(smaller, faults).equals(kind) ? smaller : request;
        } catch (IOException e) {
            wire.close();
            return kind(request, List.of("no answer: " + e.getMessage())).equals(kind) ? smaller : request;
        }
    }

    private String kind(Wire.Request request, List<String> faults) {
        String fault = faults.get(0).replaceAll("[0-9]+", "#");
        return name(request) + ": " + fault.substring(0, Math.min(90, fault.length()));
    }

    private String name(Wire.Request request) {
        return operation(request).map(Contract.Operation::id).orElse("(undeclared)");
    }

    private void count(Wire.Request request, Wire.Answer answer) {
        answered.computeIfAbsent(name(request), key -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
    }

    // --- What is asked for ----------------------------------------------------------------------------------------

    private record Target(String path, List<String> query) {}

    private static Target target(Wire.Request request) {
        String target = request.target().replaceFirst("^https?://[^/]*", "").replaceFirst("#.*", "");
        int mark = target.indexOf('?');
        return mark < 0
                ? new Target(target, List.of())
                : new Target(
                        target.substring(0, mark),
                        List.of(target.substring(mark + 1).split("&", -1)));
    }

    private Optional<Contract.Operation> operation(Wire.Request request) {
        return contract.operation(
                request.method().equals("HEAD") ? "GET" : request.method(),
                target(request).path());
    }

    /** The parameters of the query; null where it is not well-formed, or not in a way on which everybody agrees. */
    private static @Nullable Map<String, List<String>> query(Wire.Request request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : target(request).query()) {
            if (part.isEmpty()) {
                continue;
            }
            String[] halves = part.split("=", 2);
            String name = decoded(halves[0]);
            String value = halves.length == 2 ? decoded(halves[1]) : null;
            if (name == null || name.isEmpty() || value == null || part.contains(";")) {
                return null;
            }
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static @Nullable String decoded(String encoded) {
        try {
            byte[] octets = new byte[encoded.length()];
            int length = 0;
            for (int i = 0; i < encoded.length(); i++) {
                char c = encoded.charAt(i);
                if (c == '%') {
                    if (i + 2 >= encoded.length()) {
                        return null;
                    }
                    octets[length++] = (byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3);
                    i += 2;
                } else if (c <= ' ' || c >= 0x7f) {
                    return null;
                } else {
                    octets[length++] = (byte) (c == '+' ? ' ' : c);
                }
            }
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .toString();
            return decoded.indexOf('\0') < 0 ? decoded : null;
        } catch (CharacterCodingException | NumberFormatException e) {
            return null;
        }
    }

    /** Why a request must not be carried out, by the contract; null if nothing is known against it. */
    private @Nullable String reasonToRefuse(Wire.Request request, Contract.Operation operation) {
        Map<String, List<String>> query = query(request);
        if (query == null) {
            return null;
        }
        for (Map.Entry<String, List<String>> given : query.entrySet()) {
            Optional<Contract.Parameter> parameter = operation.query(given.getKey());
            if (parameter.isEmpty()) {
                return "there is no parameter " + given.getKey();
            }
            if (given.getValue().size() > 1 && !parameter.get().isList()) {
                return given.getKey() + " is given twice";
            }
            JsonNode schema = parameter.get().schema();
            if (!contract.faultsOfRequest(schema, contract.typed(schema, given.getValue()))
                    .isEmpty()) {
                return given.getKey() + " does not meet its schema";
            }
        }
        for (Contract.Parameter parameter : operation.parameters("query")) {
            if (parameter.required() && !query.containsKey(parameter.name())) {
                return parameter.name() + " is missing";
            }
        }
        JsonNode schema =
                operation.bodies().get(mediaType(request.field("Content-Type").orElse("")));
        if (schema == null || operation.bodies().isEmpty()) {
            return operation.bodies().isEmpty() ? null : "it has no media type that is declared";
        }
        if (mediaType(request.field("Content-Type").orElse("")).equals("application/json")) {
            try {
                JsonNode body = withoutNulls(JSON.readTree(request.body()));
                List<String> faults = contract.faultsOfRequest(schema, body);
                return faults.isEmpty() ? null : "its body does not meet its schema: " + faults;
            } catch (IOException e) {
                return "its body is no JSON: "
                        + e.getMessage().lines().findFirst().orElse("");
            }
        }
        return null;
    }

    /** Whether a request is so plainly right that it cannot be malformed. */
    private boolean isPlainlyRight(Wire.Request request, Contract.Operation operation) {
        Map<String, List<String>> query = query(request);
        String path = decoded(target(request).path());
        return query != null
                && path != null
                && operation.method().equals("GET")
                && request.body().length == 0
                && request.fields().stream()
                        .map(Wire.Field::name)
                        .allMatch(List.of("Accept", "Accept-Language", "If-None-Match", "Authorization")::contains)
                && query.keySet().stream().noneMatch(BEYOND_SCHEMA::contains)
                && reasonToRefuse(request, operation) == null;
    }

    // --- Whether the answer is one --------------------------------------------------------------------------------

    private List<String> faults(Wire.Request request, Wire.Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500 && !isCardInXml(request, answer)) {
            faults.add("%d: %s".formatted(answer.status(), answer.text()));
        }
        if (answer.status() >= 400 || target(request).path().startsWith("/v1/")) {
            Matcher leak = LEAK.matcher(answer.text());
            if (leak.find()) {
                faults.add("it tells of our own: " + leak.group());
            }
        }
        if (answer.field("X-Injected").isPresent()) {
            faults.add("a field was injected");
        }
        if (isFrameworks(request, answer)) {
            return faults;
        }
        if (!answer.field("X-Content-Type-Options").equals(Optional.of("nosniff"))
                || answer.field("Content-Security-Policy").isEmpty()) {
            faults.add("%d without security fields".formatted(answer.status()));
        }
        Optional<Contract.Operation> operation = operation(request);
        if (operation.isEmpty()) {
            undeclared(request, answer, faults);
        } else {
            declared(request, operation.get(), answer, faults);
        }
        return faults;
    }

    /** A key without a value means the same as none, as the description says. */
    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(property -> property.getValue().isNull());
        }
        node.forEach(ContractFuzz::withoutNulls);
        return node;
    }

    /** What oEmbed wants of whoever has no XML (section 2.3). */
    private static boolean isCardInXml(Wire.Request request, Wire.Answer answer) {
        return answer.status() == 501
                && target(request).path().equals("/oembed")
                && target(request).query().stream().anyMatch(part -> part.startsWith("format="));
    }

    /** Answers that no operation gives, and why they are right. */
    private boolean isFrameworks(Wire.Request request, Wire.Answer answer) {
        boolean empty = answer.body().length == 0;
        // With a field that is none it is no HTTP request: nothing of ours sees it.
        if (answer.status() == 400 && empty && answer.field("API-Version").isEmpty()) {
            return request.fields().stream().anyMatch(ContractFuzz::isNoField);
        }
        // The server says what it can do, and answers browsers that ask before they ask (CORS).
        return request.method().equals("OPTIONS") && List.of(200, 204).contains(answer.status()) && empty;
    }

    /** Whether RFC 9110 (5.5, 7.2, 8.6, 10.1.1) knows no such field. */
    private static boolean isNoField(Wire.Field field) {
        return field.name().matches("(?i)content-length|expect")
                || field.value().chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
    }

    private void undeclared(Wire.Request request, Wire.Answer answer, List<String> faults) {
        List<String> methods = contract.methods(target(request).path());
        if (!methods.isEmpty()) {
            if (answer.status() / 100 == 2 || answer.status() / 100 == 3) {
                faults.add("%s is answered with %d".formatted(request.method(), answer.status()));
            }
            if (answer.status() == 405) {
                Set<String> allowed =
                        new TreeSet<>(List.of(answer.field("Allow").orElse("").split(", ?", -1)));
                if (!allowed.containsAll(methods)) {
                    faults.add("405 with Allow: %s, but there are %s".formatted(allowed, methods));
                }
            }
        }
        if (answer.status() >= 400
                && !request.method().equals("HEAD")
                && !answer.field("Content-Type").orElse("").startsWith("text/html")
                && !isProblem(answer)) {
            faults.add("%d without a problem: %s".formatted(answer.status(), answer.text()));
        }
    }

    private boolean isProblem(Wire.Answer answer) {
        try {
            return answer.field("Content-Type").equals(Optional.of(Problem.MEDIA_TYPE))
                    && JSON.readTree(answer.body()).path("status").asInt() == answer.status();
        } catch (IOException e) {
            return false;
        }
    }

    private void declared(Wire.Request request, Contract.Operation operation, Wire.Answer answer, List<String> faults) {
        JsonNode response = operation.response(answer.status());
        if (response == null) {
            faults.add("%d is not declared: %s".formatted(answer.status(), answer.text()));
            return;
        }
        response.path("headers").properties().forEach(declared -> {
            JsonNode schema =
                    contract.resolved(contract.resolved(declared.getValue()).path("schema"));
            Optional<String> value = answer.field(declared.getKey());
            if (value.isEmpty()) {
                faults.add("%d without %s".formatted(answer.status(), declared.getKey()));
            } else if (!contract.faultsOfAnswer(schema, contract.typed(schema, List.of(value.get())))
                    .isEmpty()) {
                faults.add("%d with %s: %s".formatted(answer.status(), declared.getKey(), value.get()));
            }
        });
        if (answer.status() / 100 == 2) {
            String reason = reasonToRefuse(request, operation);
            if (reason != null) {
                faults.add("%d although %s".formatted(answer.status(), reason));
            }
        } else if (answer.status() == 400 && isPlainlyRight(request, operation)) {
            faults.add("400 although it meets its schema: " + answer.text());
        }
        if (answer.status() == 304 && !isHeld(request, answer)) {
            faults.add("304 for %s".formatted(request.field("If-None-Match").orElse("nothing")));
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode() || request.method().equals("HEAD")) {
            if (answer.body().length > 0) {
                faults.add("%d with a body".formatted(answer.status()));
            }
            return;
        }
        String type = answer.field("Content-Type").orElse("");
        JsonNode schema = content.has(type) ? content.path(type) : content.path(mediaType(type));
        boolean page = answer.status() >= 400
                && operation.path().equals("/")
                && mediaType(type).equals("text/html");
        if (page) {
            // Whoever likes pages better gets the problems of one as a page.
            page(answer.text(), faults);
            return;
        }
        if (schema.isMissingNode()) {
            faults.add("%d as %s, which is not declared".formatted(answer.status(), type));
            return;
        }
        if (answer.status() / 100 == 2 && !isAccepted(request, type)) {
            faults.add(
                    "%s, for Accept: %s".formatted(type, request.field("Accept").orElse("")));
        }
        body(request, operation, answer, mediaType(type), schema.path("schema"), faults);
    }

    private static boolean isHeld(Wire.Request request, Wire.Answer answer) {
        String tag = answer.field("ETag").orElse("").replaceFirst("^W/", "");
        return request.fields().stream()
                .filter(field -> field.name().equals("If-None-Match"))
                .anyMatch(field -> field.value().contains("*") || field.value().contains(tag));
    }

    private static boolean isAccepted(Wire.Request request, String type) {
        String accept = request.field("Accept").orElse("*/*");
        return accept.isBlank()
                || target(request).query().stream().anyMatch(part -> part.startsWith("format="))
                || List.of("*/*", mediaType(type), type.replaceFirst("/.*", "/*")).stream()
                        .anyMatch(accept.toLowerCase(Locale.ROOT)::contains);
    }

    private static String mediaType(String type) {
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private void body(
            Wire.Request request,
            Contract.Operation operation,
            Wire.Answer answer,
            String type,
            JsonNode schema,
            List<String> faults) {
        String same = request.target() + " " + type + " " + sha256(answer.body());
        if (request.method().equals("GET") && seen.contains(same)) {
            // Nothing was wrong with it before.
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add("a body that is not UTF-8");
            return;
        }
        try {
            if (type.endsWith("json") && !type.equals("application/x-ndjson")) {
                JsonNode value = JSON.readTree(text);
                contract.faultsOfAnswer(schema, value).forEach(fault -> faults.add("not as declared: " + fault));
                meaning(request, operation, answer, value, faults);
                if (type.equals("application/ld+json") && operation.path().contains("/v1/") && value.has("type")) {
                    expand(text);
                }
            } else if (type.equals("application/x-ndjson")) {
                JsonNode items = operation.response(200).at("/content/application~1json/schema");
                JsonNode item = contract.resolved(items).at("/properties/items/items");
                JsonNode gone = contract.resolved(items).at("/properties/gone/items");
                for (String line : text.isEmpty() ? List.<String>of() : List.of(text.split("\n"))) {
                    JsonNode value = JSON.readTree(line);
                    // What a line of an export is, words describe; and that what is gone is told in a line like the
                    // others.
                    JsonNode form = value.path("gone").asBoolean() ? gone : item;
                    if (!form.isMissingNode()) {
                        contract.faultsOfAnswer(form, withoutGone(value))
                                .forEach(fault -> faults.add("not as declared: " + fault));
                    }
                    evidence(value, faults);
                }
            } else if (type.equals("text/csv")) {
                csv(text, faults);
            } else if (type.equals("application/atom+xml")) {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
            } else if (type.equals("application/x-bibtex")) {
                if (!text.startsWith("@") || !text.strip().endsWith("}")) {
                    faults.add("no BibTeX: " + text);
                }
            } else if (type.equals("text/html")) {
                page(text, faults);
            } else if (!type.equals("text/plain")) {
                faults.add("nobody knows what is right of " + type);
            }
        } catch (IOException | JsonLdError | SAXException | ParserConfigurationException e) {
            faults.add("no %s: %s".formatted(type, e.getMessage()));
        }
        if (faults.isEmpty()) {
            seen.add(same);
        }
    }

    private static void page(String text, List<String> faults) {
        if (!text.startsWith("<!DOCTYPE html>") || !text.strip().endsWith("</html>")) {
            faults.add("no page: " + text);
        }
    }

    private static JsonNode withoutGone(JsonNode line) {
        return line instanceof ObjectNode object ? object.deepCopy().without("gone") : line;
    }

    private static void csv(String text, List<String> faults) throws IOException {
        try (CSVParser rows = CSVFormat.RFC4180.parse(new StringReader(text))) {
            int width = -1;
            for (CSVRecord row : rows) {
                if (width >= 0 && row.size() != width) {
                    faults.add("a row of %d cells under %d names".formatted(row.size(), width));
                }
                width = row.size();
            }
            if (width < 0) {
                faults.add("CSV without names");
            }
        }
    }

    /** Some of them: it takes its time. */
    private void expand(String document) throws JsonLdError, IOException {
        if (expanded++ % 25 == 0) {
            if (context == null) {
                context = wire.send(Wire.Request.get("/v1/context.jsonld")).text();
            }
            String held = context;
            JsonLd.expand(JsonDocument.of(new StringReader(document)))
                    .loader((url, options) -> JsonDocument.of(new StringReader(held)))
                    .get();
        }
    }

    private void meaning(
            Wire.Request request, Contract.Operation operation, Wire.Answer answer, JsonNode value, List<String> faults)
            throws IOException {
        if (answer.status() >= 400 && value.path("status").asInt() != answer.status()) {
            faults.add("%d with a problem of status %s".formatted(answer.status(), value.path("status")));
        }
        evidence(value, faults);
        String id = target(request).path().replaceFirst("^/v1/[a-z-]+/", "").replaceFirst("/.*", "");
        if (answer.status() == 200 && operation.path().matches("/v1/.*/\\{id}/(dossier|review|revisions)")) {
            pins(value, text(id.replaceFirst("\\..*", "")), faults);
        } else if (answer.status() == 200 && operation.id().equals("extract")) {
            String sent = new String(request.body(), StandardCharsets.UTF_8);
            String json = sent.startsWith("\uFEFF") ? sent.substring(1) : sent;
            boolean plain = mediaType(request.field("Content-Type").orElse("")).equals("text/plain");
            String text = plain ? sent : JSON.readTree(json).path("text").asText();
            pins(value, text.codePoints().toArray(), faults);
        }
        JsonNode limit = JSON.valueToTree(Objects.requireNonNullElse(query(request), Map.<String, List<String>>of())
                .get("limit"));
        if (answer.status() == 200 && value.path("items").isArray()) {
            int most = limit.isArray() ? limit.get(0).asInt() : 20;
            if (value.path("items").size() > most) {
                faults.add(
                        "%d items on a page of %d".formatted(value.path("items").size(), most));
            }
            Map<String, String> links = links(answer);
            for (String relation : List.of("self", "next")) {
                String told = value.path("links").path(relation).asText(null);
                if (!Objects.equals(told, links.get(relation))) {
                    faults.add("the %s link is %s and %s".formatted(relation, told, links.get(relation)));
                }
            }
        }
    }

    private static Map<String, String> links(Wire.Answer answer) {
        Map<String, String> links = new HashMap<>();
        Matcher matcher = LINK.matcher(answer.field("Link").orElse(""));
        while (matcher.find()) {
            links.put(matcher.group(2), matcher.group(1));
        }
        return links;
    }

    /** Every piece of evidence stands where it says. */
    private void evidence(JsonNode value, List<String> faults) throws IOException {
        if (value.has("sourceSha256") && value.path("selector").size() == 2) {
            int[] text = text(value.path("source").asText().replaceFirst(".*/", ""));
            JsonNode place = value.path("selector").get(0);
            JsonNode words = value.path("selector").get(1);
            int start = place.path("start").asInt();
            int end = place.path("end").asInt();
            String around = words.path("prefix").asText("")
                    + words.path("exact").asText()
                    + words.path("suffix").asText("");
            int from = start - codePoints(words.path("prefix").asText(""));
            int to = end + codePoints(words.path("suffix").asText(""));
            if (start >= end || !slice(text, from, to).equals(around)) {
                faults.add("evidence that does not stand there: " + value);
            }
            if (!value.path("sourceSha256").asText().equals(digests.get(text))) {
                faults.add("evidence in another text: " + value);
            }
        }
        for (JsonNode child : value) {
            evidence(child, faults);
        }
    }

    private static void pins(JsonNode value, int[] text, List<String> faults) {
        if (value.has("exact") && value.has("start")) {
            String there =
                    slice(text, value.path("start").asInt(), value.path("end").asInt());
            if (!there.equals(value.path("exact").asText())) {
                faults.add("a pin that does not stand there: %s, but “%s”".formatted(value, there));
            }
        }
        value.forEach(child -> pins(child, text, faults));
    }

    private static String slice(int[] text, int from, int to) {
        return from < 0 || to > text.length || from > to ? "(outside)" : new String(text, from, to - from);
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text of an article, whose bytes never change. */
    private int[] text(String article) throws IOException {
        int[] held = texts.get(article);
        if (held == null) {
            Wire.Answer answer = wire.send(Wire.Request.get("/v1/articles/" + article + "/text"));
            if (answer.status() != 200) {
                return new int[0];
            }
            held = answer.text().codePoints().toArray();
            texts.put(article, held);
            digests.put(held, sha256(answer.body()));
        }
        return held;
    }

    private static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- What follows from it -------------------------------------------------------------------------------------

    /** What can be asked only after an answer: HEAD is GET without a body, the next page is there, what was posted is. */
    private List<String> further(Wire.Request request, Wire.Answer answer) throws IOException {
        List<String> faults = new ArrayList<>();
        if (request.method().equals("HEAD") && operation(request).isPresent()) {
            Wire.Answer whole = wire.send(request.withMethod("GET"));
            Predicate<Wire.Field> same = field -> !field.name().matches("(?i)date|x-request-id")
                    && !field.name().equalsIgnoreCase("Transfer-Encoding")
                    && !(field.name().equalsIgnoreCase("Content-Length") && answer.status() != 200);
            Set<String> there = whole.fields().stream()
                    .filter(same)
                    .map(field -> field.name().toLowerCase(Locale.ROOT) + ": " + field.value())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> here = answer.fields().stream()
                    .filter(same)
                    .map(field -> field.name().toLowerCase(Locale.ROOT) + ": " + field.value())
                    .collect(Collectors.toCollection(TreeSet::new));
            // Of what is long nobody knows how long before it is made (RFC 9110, section 9.3.2).
            boolean unknown = here.stream().noneMatch(field -> field.startsWith("content-length"));
            there.removeIf(field -> unknown && field.startsWith("content-length"));
            if (answer.status() != whole.status() || !here.equals(there)) {
                Set<String> less = new TreeSet<>(there);
                less.removeAll(here);
                here.removeAll(there);
                faults.add("HEAD is %d and GET %d; only HEAD has %s, only GET %s"
                        .formatted(answer.status(), whole.status(), here, less));
            }
        }
        if (answer.status() == 200 && request.method().equals("GET")) {
            String next = links(answer).get("next");
            if (next != null && request.field("Host").isEmpty()) {
                Wire.Request following = request.without("If-None-Match").withTarget(targetOf(next));
                Wire.Answer page = wire.send(following);
                faults.addAll(faults(following, page).stream()
                        .map(fault -> "on the next page: " + fault)
                        .toList());
                if (page.status() != 200) {
                    faults.add("the next page is a %d".formatted(page.status()));
                }
            }
        }
        if (answer.status() == 201) {
            String location = targetOf(answer.field("Location").orElse(""));
            Wire.Answer posted = wire.send(Wire.Request.get(location));
            if (posted.status() != 200) {
                faults.add("what was posted to %s is a %d".formatted(location, posted.status()));
            }
        }
        return faults;
    }

    private static String targetOf(String uri) {
        try {
            URI parsed = new URI(uri);
            return parsed.getRawPath() + (parsed.getRawQuery() == null ? "" : "?" + parsed.getRawQuery());
        } catch (URISyntaxException e) {
            return uri;
        }
    }

    private void learn(Wire.Request request, Wire.Answer answer) throws IOException {
        Optional<Contract.Operation> operation = operation(request);
        if (operation.isEmpty() || request.method().equals("HEAD")) {
            return;
        }
        String path = target(request).path();
        String id = path.replaceFirst("^/v1/[a-z-]+/", "").replaceFirst("/.*", "");
        if (answer.status() == 204) {
            known.learnWithdrawn(id);
        }
        if (answer.status() / 100 != 2) {
            return;
        }
        answer.field("ETag").ifPresent(tag -> known.learnTag(request.target(), tag));
        String next = links(answer).get("next");
        if (next != null) {
            known.learnNext(targetOf(next));
        }
        if (!mediaType(answer.field("Content-Type").orElse("")).equals("application/json")) {
            return;
        }
        JsonNode value;
        try {
            value = JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return;
        }
        known.learn(value);
        if (answer.status() == 201) {
            known.learnPosted(value.path("id").asText());
        } else if (operation.get().path().endsWith("/{id}/review")
                && value.path("record") instanceof ObjectNode record
                && answer.field("ETag").isPresent()) {
            known.learnReview(
                    path.replaceFirst("/" + Pattern.quote(id) + ".*", ""),
                    id,
                    path,
                    answer.field("ETag").get(),
                    record);
        } else if (operation.get().id().equals("getArticleDossier") && value instanceof ObjectNode dossier) {
            int[] text = text(id);
            known.learnDossier(id, dossier.deepCopy().put("text", new String(text, 0, text.length)));
        }
    }

    // --- What came of it ------------------------------------------------------------------------------------------

    /** How often each operation answered with each status. */
    Map<String, Map<Integer, Integer>> answered() {
        return answered;
    }

    /** Each kind of failure once, with a command that repeats it. */
    List<String> failures() {
        return failures.entrySet().stream()
                .map(entry -> {
                    Failure failure = entry.getValue();
                    String body = failure.answer().text();
                    return "%s (%d times; first: seed %d, request %d)%n  %s%n  %s%n  answered %d: %s"
                            .formatted(
                                    entry.getKey(),
                                    failure.times().get(),
                                    seed,
                                    failure.number(),
                                    shortened(failure.faults().toString(), 1500),
                                    failure.request().curl(port),
                                    failure.answer().status(),
                                    shortened(body, 500));
                })
                .toList();
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
