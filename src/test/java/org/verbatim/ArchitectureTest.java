package org.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which room may use which. Arrows point one way only. */
class ArchitectureTest {

    private static final String ROOT = "org.verbatim";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("dataset", Set.of()),
            Map.entry("index", Set.of("text", "dataset")),
            Map.entry("http", Set.of("dataset", "index", "text")),
            Map.entry("agent", Set.of("text", "index", "dataset", "http")),
            Map.entry("article", Set.of("agent", "text", "index", "dataset", "http")),
            Map.entry("quote", Set.of("article", "agent", "text", "index", "http")),
            Map.entry("funding", Set.of("article", "agent", "text", "index", "http")),
            Map.entry("meeting", Set.of("article", "agent", "text", "index", "http")),
            Map.entry("dossier", Set.of("quote", "funding", "meeting", "article", "agent", "text", "dataset")),
            Map.entry("extraction", Set.of("dossier", "quote", "funding", "meeting", "article", "agent", "text")),
            Map.entry(
                    "review",
                    Set.of("dossier", "quote", "funding", "meeting", "article", "agent", "http", "dataset", "text")),
            Map.entry("backup", Set.of("review", "dossier", "article", "agent", "http", "dataset", "text")),
            Map.entry("verification", Set.of("quote", "article", "agent", "text", "dataset", "index", "http")),
            Map.entry(
                    "search",
                    Set.of("quote", "funding", "meeting", "article", "agent", "text", "dataset", "index", "http")),
            Map.entry(
                    "page",
                    Set.of(
                            "search",
                            "verification",
                            "quote",
                            "funding",
                            "meeting",
                            "article",
                            "agent",
                            "http",
                            "text")),
            Map.entry(
                    "mcp",
                    Set.of(
                            "search",
                            "verification",
                            "quote",
                            "funding",
                            "meeting",
                            "article",
                            "http",
                            "dataset",
                            "text")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyRoomIsKnownAndFlat() {
        Set<String> rooms =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rooms)
                .isEqualTo(MAY_USE.keySet().stream()
                        .map(room -> ROOT + "." + room)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyRoomUsesOnlyWhatItMay() {
        Set<String> forbidden = CLASSES.stream()
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(used -> used.getPackageName().startsWith(ROOT + "."))
                        .map(JavaClass::getPackageName)
                        .map(ArchitectureTest::room)
                        .filter(used -> !used.equals(room(user.getPackageName())))
                        .filter(used -> !MAY_USE.getOrDefault(room(user.getPackageName()), Set.of())
                                .contains(used))
                        .map(used -> user.getName() + " uses " + used))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(forbidden).isEmpty();
    }

    @Test
    void noRoomUsesItselfByADetour() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private static String room(String packageName) {
        return packageName.substring(ROOT.length() + 1).replaceAll("\\..*", "");
    }
}
