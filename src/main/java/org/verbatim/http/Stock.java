package org.verbatim.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Dataset;

/** All that is kept for one state of the dataset, and what is being made for it right now. */
final class Stock {

    /** Of the words that are remembered, in characters; who says it at greater length is understood anew each time. */
    private static final int LONGEST = 300;

    /** What a key takes beside its characters, the cache to hold it, and the words in which it was asked for. */
    private static final int OVERHEAD = 700;

    /** Of a target and a host, in the cache and beside it. */
    private static final int COPIES = 3;

    /**
     * What an answer depends on, beside the state of the dataset.
     *
     * @param host what the links name; empty where they name a configured address
     * @param format the one chosen, or what decides which one it is
     * @param coded whether it may be coded with gzip
     * @param rest the values of what else the answer varies by
     */
    record Key(boolean secure, String host, String target, String format, boolean coded, String rest) {

        Key with(String values) {
            return new Key(secure, host, target, format, coded, values);
        }

        int weight() {
            return COPIES * (host.length() + target.length()) + format.length() + rest.length() + OVERHEAD;
        }
    }

    /**
     * In which words something was asked last, and what was answered: most ask in the same, and to understand them takes
     * longer than to compare them.
     */
    private static final class Last {

        /** One in so many is looked for in the cache all the same, so that the answer counts as one in use there. */
        private static final int COUNTED = 8;

        /** When so many in turn have asked in other words, those of the next are remembered. */
        private static final int MOST_OTHERS = 16;

        private final Key key;
        private final @Nullable String accept;
        private final @Nullable String acceptEncoding;
        private final Kept.Answer answer;

        /** About: nobody waits for anybody to count. */
        private int times;

        private int others;

        Last(Key key, Fields fields, Kept.Answer answer) {
            this.key = key;
            this.accept = fields.accept();
            this.acceptEncoding = fields.acceptEncoding();
            this.answer = answer;
        }

        Kept.@Nullable Answer again(boolean secure, String host, Fields fields) {
            if (secure != key.secure()
                    || !host.equals(key.host())
                    || !Objects.equals(fields.accept(), accept)
                    || !Objects.equals(fields.acceptEncoding(), acceptEncoding)) {
                others++;
                return null;
            }
            others = 0;
            times++;
            return times % COUNTED == 0 ? null : answer;
        }
    }

    private final Dataset.State state;
    private final Cache<Key, Kept> kept;
    private final ConcurrentMap<Key, Promise<Void>> underway = new ConcurrentHashMap<>();

    /** By the target; of what is kept, and of nothing that varies by more than its key says. */
    private final ConcurrentMap<String, Last> last = new ConcurrentHashMap<>();

    /** @param limit in bytes */
    Stock(Dataset.State state, long limit) {
        this.state = state;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(limit)
                .weigher((Key key, Kept value) -> key.weight() + value.weight())
                .removalListener((@Nullable Key key, @Nullable Kept value, RemovalCause cause) -> forget(key))
                // Where it is told that something is too much, it is so at once.
                .executor(Runnable::run)
                .build();
    }

    boolean isOf(Dataset.@Nullable State other) {
        return state.equals(other);
    }

    /** What answers a request that is made as the last one at its target was; null where it is to be looked for. */
    Kept.@Nullable Answer again(String target, boolean secure, String host, Fields fields) {
        Last before = last.get(target);
        return before == null ? null : before.again(secure, host, fields);
    }

    Kept.@Nullable Answer find(Key key, HttpServerRequest request) {
        return resolved(kept.getIfPresent(key), key, request);
    }

    /** And remembers the words in which it was asked for. */
    Kept.@Nullable Answer find(Key key, HttpServerRequest request, Fields fields) {
        Kept found = kept.getIfPresent(key);
        if (found instanceof Kept.Answer answer) {
            remember(key, fields, answer);
        }
        return resolved(found, key, request);
    }

    private Kept.@Nullable Answer resolved(@Nullable Kept found, Key key, HttpServerRequest request) {
        Kept one = found instanceof Kept.Varying varying ? kept.getIfPresent(key.with(varying.values(request))) : found;
        return one instanceof Kept.Answer answer ? answer : null;
    }

    private void remember(Key key, Fields fields, Kept.Answer answer) {
        Last before = last.get(key.target());
        if ((before == null || before.others >= Last.MOST_OTHERS)
                && isShort(key.host())
                && isShort(fields.accept())
                && isShort(fields.acceptEncoding())) {
            last.put(key.target(), new Last(key, fields, answer));
            // If it is gone by now, nobody will tell.
            if (!kept.asMap().containsKey(key)) {
                forget(key);
            }
        }
    }

    private static boolean isShort(@Nullable String words) {
        return words == null || words.length() <= LONGEST;
    }

    private void forget(@Nullable Key gone) {
        if (gone != null) {
            last.computeIfPresent(gone.target(), (target, one) -> one.key.equals(gone) ? null : one);
        }
    }

    /** The first one stays: who makes another at the same time may have begun before a change and end after it. */
    void keep(Key key, Kept.@Nullable Varying varying, Kept.Answer answer, HttpServerRequest request) {
        if (varying == null) {
            kept.asMap().putIfAbsent(key, answer);
        } else {
            kept.asMap().putIfAbsent(key, varying);
            kept.asMap().putIfAbsent(key.with(varying.values(request)), answer);
        }
    }

    /** What is over when somebody who makes the same already is done; null where it is {@code own} that all now wait for. */
    @Nullable Promise<Void> begin(Key key, Promise<Void> own) {
        return underway.putIfAbsent(key, own);
    }

    void done(Key key, Promise<Void> made) {
        if (underway.remove(key, made)) {
            made.complete();
        }
    }

    /** In bytes, about. */
    long weight() {
        return kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    /** Of how many targets the last words are known. */
    int remembered() {
        return last.size();
    }
}
