package org.verbatim.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client has learnt from the answers that it got: ids, links, cursors, entity tags, words. */
final class Known {

    /** So much of each kind; what was learnt first is forgotten first. */
    private static final int MOST = 200;

    private static final Pattern RECORD = Pattern.compile("https?://[^/]+(/v1/[a-z-]+)/([^/?#]+)");

    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&]+)");

    private final Map<String, Set<String>> ids = new LinkedHashMap<>();
    private final Map<String, Map<String, Reviewed>> reviewed = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> cursors = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> posted = new LinkedHashSet<>();
    private final Set<String> withdrawn = new LinkedHashSet<>();
    private final Map<String, ObjectNode> dossiers = new LinkedHashMap<>();

    /** Where the review of a record stands. */
    record Reviewed(String target, String tag, ObjectNode record) {}

    /** Learns from a JSON document that was served. */
    void learn(JsonNode served) {
        if (served.isTextual()) {
            String text = served.asText();
            Matcher record = RECORD.matcher(text);
            if (record.lookingAt()) {
                remember(ids.computeIfAbsent(record.group(1), key -> new LinkedHashSet<>()), record.group(2));
            } else if (!text.isBlank() && text.length() < 200 && !text.contains("://")) {
                remember(words, text);
            }
        }
        served.forEach(this::learn);
    }

    /** Learns that there is a further page. */
    void learnNext(String target) {
        remember(links, target);
        Matcher cursor = CURSOR.matcher(target);
        if (cursor.find()) {
            remember(cursors, cursor.group(1));
        }
    }

    void learnTag(String target, String tag) {
        tags.put(target, tag);
        if (tags.size() > MOST) {
            tags.remove(tags.keySet().iterator().next());
        }
    }

    void learnReview(String list, String id, String target, String tag, ObjectNode record) {
        reviewed.computeIfAbsent(list, key -> new LinkedHashMap<>()).put(id, new Reviewed(target, tag, record));
    }

    void learnDossier(String article, ObjectNode dossier) {
        if (dossiers.size() < 20) {
            dossiers.put(article, dossier);
        }
    }

    void learnPosted(String article) {
        posted.add(article);
    }

    void learnWithdrawn(String article) {
        posted.remove(article);
        dossiers.remove(article);
        remember(withdrawn, article);
        ids.values().forEach(some -> some.removeIf(id -> id.equals(article) || id.startsWith(article + ".")));
        reviewed.values().forEach(some -> some.keySet().removeIf(id -> id.startsWith(article + ".")));
    }

    /** Ids of what is in a list such as {@code /v1/quotes}. */
    List<String> ids(String list) {
        return List.copyOf(ids.getOrDefault(list, Set.of()));
    }

    List<Reviewed> reviewed(String list) {
        return List.copyOf(reviewed.getOrDefault(list, Map.of()).values());
    }

    List<String> links() {
        return List.copyOf(links);
    }

    List<String> cursors() {
        return List.copyOf(cursors);
    }

    List<String> words() {
        return List.copyOf(words);
    }

    List<String> posted() {
        return List.copyOf(posted);
    }

    List<String> withdrawn() {
        return List.copyOf(withdrawn);
    }

    List<ObjectNode> dossiers() {
        return List.copyOf(dossiers.values());
    }

    Optional<String> tag(String target) {
        return Optional.ofNullable(tags.get(target));
    }

    List<String> tags() {
        return new ArrayList<>(tags.values());
    }

    private static void remember(Set<String> some, String one) {
        if (some.add(one) && some.size() > MOST) {
            some.remove(some.iterator().next());
        }
    }
}
