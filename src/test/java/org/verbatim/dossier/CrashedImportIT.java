package org.verbatim.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verbatim.Packaged;
import org.verbatim.TestDatabase;

/**
 * Kills the packaged service at a random moment of an import, and starts it again: what is missing is imported, nothing
 * doubles, and no article is there in part. {@code -Dcrash.rounds=20} for more than two rounds; there are more anyway until
 * some of the articles were in, and some were not, when it was killed.
 */
class CrashedImportIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
    private static final long SEED = Long.getLong("crash.seed", 20261126);

    /** So many more rounds at most, to hit the midst of it. */
    private static final int MORE_ROUNDS = 20;

    private static final int ARTICLES = ManySeeds.COUNT;

    private static final Pattern IMPORTED =
            Pattern.compile("Seeds: \\d+ articles, (\\d+) of them new or changed, imported in ");

    @TempDir
    Path folder;

    /**
     * How an import went.
     *
     * @param took milliseconds from the start of the service to its end
     */
    private record Imported(int imported, long took) {}

    @Test
    void goesOnWhereItWasKilled() throws IOException, InterruptedException {
        Path seeds = ManySeeds.in(folder.resolve("seeds"), "");
        Imported whole = inNewDatabase(seeds, -1);
        assertThat(whole.imported()).isEqualTo(ARTICLES);
        Random random = new Random(SEED);
        List<Integer> left = new ArrayList<>();
        // Between these moments it is halfway, as far as the rounds before tell; no two starts take equally long.
        long early = 0;
        long late = whole.took();
        while (left.size() < ROUNDS
                || (left.size() < ROUNDS + MORE_ROUNDS && left.stream().noneMatch(CrashedImportIT::isHalfway))) {
            if (late - early < 2) {
                early = 0;
                late = whole.took();
            }
            long moment = early + random.nextLong(late - early);
            int missing = inNewDatabase(seeds, moment).imported();
            left.add(missing);
            if (missing == ARTICLES) {
                early = moment;
            } else if (missing == 0) {
                late = moment;
            }
        }
        assertThat(left).anyMatch(CrashedImportIT::isHalfway);
        System.out.printf("Killed while so many of %d articles were not in yet: %s%n", ARTICLES, left);
    }

    private static boolean isHalfway(int left) {
        return left > 0 && left < ARTICLES;
    }

    /**
     * Imports all, and looks whether all are there.
     *
     * @param kill after so many milliseconds it is killed, and started again; negative if it is left alone
     */
    private Imported inNewDatabase(Path seeds, long kill) throws IOException, InterruptedException {
        Map<String, String> database = TestDatabase.create(Files.createTempDirectory(folder, "data"));
        List<String> settings = new ArrayList<>(List.of("verbatim.seeds.directory=" + seeds));
        database.forEach((name, value) -> settings.add("%s=%s".formatted(name, value)));
        try {
            if (kill >= 0) {
                try (Packaged service = Packaged.start(folder.resolve("killed"), settings)) {
                    Thread.sleep(kill);
                    service.kill();
                }
            }
            long begin = System.nanoTime();
            try (Packaged service = Packaged.start(folder.resolve("log"), settings)) {
                String address = service.address();
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                ManySeeds.areHeld(address);
                Matcher imported = IMPORTED.matcher(service.said());
                // Where it was killed after the last one was in, there is nothing left to do.
                return new Imported(imported.find() ? Integer.parseInt(imported.group(1)) : 0, took);
            }
        } finally {
            TestDatabase.drop(database);
        }
    }
}
