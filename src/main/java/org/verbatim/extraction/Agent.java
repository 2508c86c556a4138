package org.verbatim.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verbatim.agent.AgentType;
import org.verbatim.dossier.Dossier;

/** Somebody or something named in the article that may speak, pay or meet; more of it becomes known as the article is read. */
final class Agent {

    private static final int LONGEST_ID = 64;

    private final AgentType type;
    private String name;
    private @Nullable String acronym;
    private @Nullable String id;
    private char gender = 'u';
    private boolean plural;
    private boolean place;
    private final Set<String> otherNames = new LinkedHashSet<>();
    private final Set<String> callings = new LinkedHashSet<>();
    private final List<Role> roles = new ArrayList<>();

    /**
     * What somebody is.
     *
     * @param title as it stands
     * @param noun the noun of the title, folded; for a feminine one, the masculine
     * @param kind politics, office or job
     */
    record Role(
            String title,
            String noun,
            String kind,
            @Nullable Agent organization) {}

    Agent(AgentType type, String name) {
        this.type = type;
        this.name = name;
    }

    AgentType type() {
        return type;
    }

    boolean isPerson() {
        return type == AgentType.Person;
    }

    String name() {
        return name;
    }

    /** m, f or u for unknown. */
    char gender() {
        return gender;
    }

    boolean isPlural() {
        return plural;
    }

    /** Whether it is a country, which is a place as well. */
    boolean isPlace() {
        return place;
    }

    List<Role> roles() {
        return roles;
    }

    Set<String> otherNames() {
        return otherNames;
    }

    /** The slug of its initials, or else of its name; no two agents of a cast have the same. */
    String id() {
        if (id == null) {
            throw new IllegalStateException("the cast is not complete");
        }
        return id;
    }

    void settle(Set<String> taken) {
        if (id != null) {
            return;
        }
        String slug = slug(acronym != null ? acronym : name);
        String free = slug;
        for (int i = 2; !taken.add(free); i++) {
            String suffix = "-" + i;
            free = slug.substring(0, Math.min(slug.length(), LONGEST_ID - suffix.length())) + suffix;
        }
        id = free;
    }

    void rename(String longer) {
        if (!name.equals(longer)) {
            otherNames.add(name);
            otherNames.remove(longer);
            name = longer;
        }
    }

    void alsoCalled(String other) {
        if (!other.equals(name)) {
            otherNames.add(other);
        }
    }

    void abbreviated(String initials) {
        if (acronym == null) {
            acronym = initials;
        }
        alsoCalled(initials);
    }

    void gendered(char known) {
        if (gender == 'u' && (known == 'm' || known == 'f')) {
            gender = known;
        }
    }

    void inPlural() {
        plural = true;
    }

    void onTheMap() {
        place = true;
    }

    /** Notes what a title of address or a place of origin tells: a <i>Dr</i> is a doctor. */
    void calledFor(String noun) {
        if (callings.size() < 10) {
            callings.add(noun);
        }
    }

    /** What somebody may be called besides the roles, folded; never shown. */
    Set<String> callings() {
        return callings;
    }

    void is(Role role) {
        boolean known = roles.stream().anyMatch(one -> one.title().equalsIgnoreCase(role.title()));
        if (!known && roles.size() < 10) {
            roles.add(role);
        }
    }

    Dossier.AgentPart part() {
        return new Dossier.AgentPart(
                id(),
                type,
                name,
                List.copyOf(otherNames),
                roles.isEmpty()
                        ? null
                        : roles.stream()
                                .map(role -> new Dossier.RolePart(
                                        role.title(),
                                        role.organization() == null
                                                ? null
                                                : role.organization().id()))
                                .toList(),
                null);
    }

    /** Lower-case letters, digits and single hyphens, at most 64; never empty. */
    static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        Normalizer.normalize(
                        name.toLowerCase(Locale.ROOT)
                                .replace("œ", "oe")
                                .replace("æ", "ae")
                                .replace("ø", "o"),
                        Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                        slug.append((char) c);
                    } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                        slug.append('-');
                    }
                });
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST_ID));
        cut = cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
        return cut.isEmpty() ? "agent" : cut;
    }
}
