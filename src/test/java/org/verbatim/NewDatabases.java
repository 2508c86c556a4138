package org.verbatim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** As many new databases as a test asks for, each for a service of its own; they are removed when it is over. */
public final class NewDatabases implements AfterEachCallback {

    private final List<Map<String, String>> databases = new ArrayList<>();

    /**
     * The settings of a service that has nothing stored yet.
     *
     * @param folder where the service may keep its files, in a directory of its own
     * @param more settings
     */
    public List<String> settings(Path folder, String... more) {
        Map<String, String> database = TestDatabase.create(folder.resolve("data" + databases.size()));
        databases.add(database);
        List<String> settings = new ArrayList<>(List.of(more));
        database.forEach((name, value) -> settings.add(name + "=" + value));
        return settings;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        databases.forEach(TestDatabase::drop);
    }
}
