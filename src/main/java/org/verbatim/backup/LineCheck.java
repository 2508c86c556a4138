package org.verbatim.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.article.RecordId;
import org.verbatim.article.WithdrawalEntity;
import org.verbatim.dossier.Dossier;
import org.verbatim.dossier.DossierImporter;
import org.verbatim.dossier.DossierReader;
import org.verbatim.dossier.Fault;
import org.verbatim.review.History;
import org.verbatim.text.SourceText;

/** Holds an export against what it must be. All faults are found at once and named by line, up to a number of them. */
final class LineCheck {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private static final int MOST = 50;

    // So many characters the database has room for.
    private static final int EXTRACTOR = 64;
    private static final int EDITOR = 1000;

    private final DossierImporter importer;
    private final List<String> faults = new ArrayList<>();

    /** How many more there are. */
    private int further;

    /** The same agent is of the same type in every article. */
    private final Map<String, AgentType> types = new HashMap<>();

    private int number;

    LineCheck(DossierImporter importer) {
        this.importer = importer;
    }

    /** What does not hold, in words. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        if (further > 0) {
            all.add("and %d more".formatted(further));
        }
        return all;
    }

    /**
     * The numbers, from 1, of the lines that count: of those about one article the last one.
     *
     * @throws IOException if it cannot be read, or is not in UTF-8
     */
    Set<Integer> counting(Path file) throws IOException {
        Map<String, Integer> last = new LinkedHashMap<>();
        boolean complete = false;
        try (ExportReader lines = new ExportReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number = lines.getLineNumber();
                if (complete) {
                    fault("", "nothing behind the line that says that it is complete", "another line");
                    break;
                }
                String id = id(line);
                if (id != null) {
                    last.put(id, number);
                } else {
                    complete = isComplete(line);
                }
            }
        }
        if (!complete) {
            fault("", "a last line that says that it is complete", "the end: it was cut off");
        }
        return new TreeSet<>(last.values());
    }

    /** The article that a line is about; null if it is about none. */
    private static @Nullable String id(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            return parser.nextToken() == JsonToken.START_OBJECT && "id".equals(parser.nextFieldName())
                    ? parser.nextTextValue()
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private boolean isComplete(String line) {
        Line read = read(line);
        if (read == null) {
            return false;
        }
        if (!Boolean.TRUE.equals(read.complete())) {
            fault("/id", "the id of an article, as the first key", "none");
            return false;
        }
        if (read.lines() == null || read.lines() != number - 1) {
            fault("/lines", String.valueOf(number - 1), String.valueOf(read.lines()));
        }
        return true;
    }

    private @Nullable Line read(String line) {
        try {
            return Line.read(line);
        } catch (DossierReader.UnreadableException e) {
            fault(e.fault());
            return null;
        }
    }

    /** A line that was checked before. */
    static Line readable(String line) throws IOException {
        try {
            return Line.read(line);
        } catch (DossierReader.UnreadableException e) {
            throw new IOException(e);
        }
    }

    /** Finds what does not hold in a line about an article. */
    void check(int at, String written) {
        number = at;
        Line line = read(written);
        if (line == null) {
            return;
        }
        String id = String.valueOf(line.id());
        if (!RecordId.ARTICLE_ID.matcher(id).matches()) {
            fault("/id", "lower-case letters, digits and hyphens, at most 64", quoted(id));
            return;
        }
        if (line.complete() != null || line.lines() != null) {
            fault("/complete", "nothing, in a line about an article", "something");
        }
        Set<String> withdrawn = new HashSet<>();
        each("/withdrawals", line.withdrawals(), (pointer, withdrawal) -> {
            if (!isOf(id, withdrawal.id()) && !id.equals(withdrawal.id())) {
                fault(pointer + "/id", "“%s”, or the id of one of its records".formatted(id), quoted(withdrawal.id()));
            } else if (!withdrawn.add(String.valueOf(withdrawal.id()))) {
                fault(pointer + "/id", "an id of its own", quoted(withdrawal.id()) + " a second time");
            }
            there(pointer + "/reason", withdrawal.reason());
            instant(pointer + "/at", withdrawal.at());
            atMost(EDITOR, pointer + "/by", withdrawal.by());
        });
        Set<String> revised = new HashSet<>();
        each("/revisions", line.revisions(), (pointer, revision) -> {
            if (!isOf(id, revision.id())) {
                fault(pointer + "/id", "the id of a record of “%s”".formatted(id), quoted(revision.id()));
            }
            if (revision.number() == null || revision.number() < 1) {
                fault(pointer + "/number", "a number from 1", String.valueOf(revision.number()));
            } else if (!revised.add(revision.id() + " " + revision.number())) {
                fault(pointer + "/number", "a number of its own", revision.number() + " a second time");
            }
            instant(pointer + "/at", revision.at());
            there(pointer + "/editor", revision.editor());
            there(pointer + "/decision", revision.decision());
            there(pointer + "/before", revision.before());
            there(pointer + "/after", revision.after());
        });
        if (withdrawn.contains(id)) {
            if (line.text() != null) {
                checkArticle(line);
            }
            if (line.dossierSha256() != null || line.extractor() != null || line.decisions() != null) {
                fault("/dossierSha256", "nothing, as the article was withdrawn", "something");
            }
            return;
        }
        if (line.dossierSha256() != null
                && !SHA256.matcher(line.dossierSha256()).matches()) {
            fault("/dossierSha256", "64 hexadecimal digits", quoted(line.dossierSha256()));
        }
        atMost(EXTRACTOR, "/extractor", line.extractor());
        checkArticle(line);
        Set<String> records = new HashSet<>();
        Export.records(line.dossier()).forEach(records::add);
        Set<String> decided = new HashSet<>();
        each("/decisions", line.decisions(), (pointer, decision) -> {
            if (!records.contains(String.valueOf(decision.id()))) {
                fault(pointer + "/id", "the id of a record in this line", quoted(decision.id()));
            } else if (!decided.add(String.valueOf(decision.id()))) {
                fault(pointer + "/id", "an id of its own", quoted(decision.id()) + " a second time");
            }
            instant(pointer + "/at", decision.at());
        });
        records.retainAll(withdrawn);
        if (!records.isEmpty()) {
            fault("/withdrawals", "what is held no more", "%s, which is held".formatted(records));
        }
    }

    private void checkArticle(Line line) {
        instant("/addedAt", line.addedAt());
        String text = line.text();
        Dossier.ArticlePart part = line.article();
        if (text == null || text.isBlank() || text.indexOf('\0') >= 0) {
            fault("/text", "the text of the article", text == null ? "nothing" : "none, or a NUL character");
        } else if (part == null || !String.valueOf(line.id()).equals(part.id()) || part.sha256() == null) {
            fault("/article", "the id and the SHA-256 of the article", "something else");
        } else {
            try {
                importer.faults(line.dossier(), SourceText.of(text)).forEach(this::fault);
            } catch (IllegalArgumentException e) {
                fault("/text", "text", "a surrogate without its other half");
            }
            List<Dossier.AgentPart> agents = orEmpty(line.agents());
            for (int i = 0; i < agents.size(); i++) {
                if (agents.get(i) == null) {
                    continue; // told above
                }
                AgentType type = agents.get(i).type();
                AgentType before = type == null
                        ? null
                        : types.putIfAbsent(String.valueOf(agents.get(i).id()), type);
                if (before != null && before != type) {
                    fault("/agents/%d/type".formatted(i), before + ", as in a line before", String.valueOf(type));
                }
            }
        }
    }

    private static boolean isOf(String article, @Nullable String record) {
        return record != null
                && RecordId.parse(record)
                        .filter(id -> id.article().equals(article))
                        .isPresent();
    }

    private interface Each<T> {
        void accept(String pointer, T part);
    }

    private <T> void each(String pointer, @Nullable List<T> parts, Each<T> each) {
        if (parts != null) {
            for (int i = 0; i < parts.size(); i++) {
                T part = parts.get(i);
                String at = "%s/%d".formatted(pointer, i);
                if (part == null) {
                    fault(at, "an object", "null");
                } else {
                    each.accept(at, part);
                }
            }
        }
    }

    private void there(String pointer, @Nullable Object value) {
        if (value == null) {
            fault(pointer, "something", "nothing");
        }
    }

    private void atMost(int length, String pointer, @Nullable String value) {
        if (value != null && value.length() > length) {
            fault(pointer, "at most %d characters".formatted(length), "%d".formatted(value.length()));
        }
    }

    private void instant(String pointer, @Nullable String value) {
        try {
            if (value != null) {
                Instant.parse(value);
                return;
            }
        } catch (DateTimeException e) {
            // It is told below.
        }
        fault(pointer, "a moment such as 2026-11-26T01:18:00Z", quoted(value));
    }

    private void fault(String pointer, String expected, String found) {
        fault(new Fault(pointer, expected, found));
    }

    private void fault(Fault fault) {
        if (faults.size() < MOST) {
            faults.add("line %d%s: expected %s, found %s"
                    .formatted(
                            number,
                            fault.pointer().isEmpty() ? "" : ", " + fault.pointer(),
                            fault.expected(),
                            fault.found()));
        } else {
            further++;
        }
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "nothing" : "“%s”".formatted(value);
    }

    // --- What was checked, as it is stored ------------------------------------------------------------------------

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    static Instant time(@Nullable String written) {
        return Instant.parse(Objects.requireNonNull(written));
    }

    static WithdrawalEntity entity(Line.Withdrawn withdrawn) {
        return new WithdrawalEntity(
                Objects.requireNonNull(withdrawn.id()),
                Objects.requireNonNull(withdrawn.reason()),
                time(withdrawn.at()),
                withdrawn.by());
    }

    static History.Entry entry(Line.Revised revised) {
        return new History.Entry(
                Objects.requireNonNull(revised.id()),
                Objects.requireNonNull(revised.number()),
                time(revised.at()),
                Objects.requireNonNull(revised.editor()),
                Objects.requireNonNull(revised.decision()),
                revised.reason(),
                Line.write(Objects.requireNonNull(revised.before())),
                Line.write(Objects.requireNonNull(revised.after())));
    }

    /** When and why editors last decided on the records of an article, by their ids. */
    static Map<String, DossierImporter.Decided> decisions(Line line) {
        Map<String, DossierImporter.Decided> decisions = new HashMap<>();
        for (Line.Decided decided : orEmpty(line.decisions())) {
            decisions.put(
                    Objects.requireNonNull(decided.id()),
                    new DossierImporter.Decided(time(decided.at()), decided.reason()));
        }
        return decisions;
    }
}
