package org.verbatim.search;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** The same with an index that is too large for the memory it may have. */
@QuarkusTest
@TestProfile(SearchOnDiskTest.NoMemory.class)
class SearchOnDiskTest extends SearchTest {

    public static class NoMemory implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("verbatim.index.memory-limit", "0");
        }
    }
}
