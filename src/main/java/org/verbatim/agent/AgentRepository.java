package org.verbatim.agent;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verbatim.dataset.Dataset;
import org.verbatim.dataset.Followed;
import org.verbatim.http.Filter;
import org.verbatim.http.Paging;
import org.verbatim.http.Where;
import org.verbatim.index.IndexSource;
import org.verbatim.index.IndexedDocument;
import org.verbatim.text.Words;

/** All agents, and what each article says of them. */
@ApplicationScoped
public class AgentRepository implements PanacheRepositoryBase<AgentEntity, String>, IndexSource, Followed {

    /** So many agents are read at once for the index. */
    private static final int BATCH = 200;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final List<String> STATEMENTS = List.of("AgentName", "AgentRole", "AgentSameAs");

    private final EntityManager entities;

    AgentRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** What a dossier says of an agent. */
    public record Said(
            String id,
            AgentType type,
            String name,
            List<String> otherNames,
            List<RoleSaid> roles,
            List<String> sameAs) {}

    /** A role as a dossier has it: its words, and the id of the organisation if it names one. */
    public record RoleSaid(String title, @Nullable String organization) {}

    /** A place in the order of the list: by name, then by id. */
    record Place(String name, String id) {}

    /**
     * The ids of all agents that go by this id, name or other name, whatever its case and accents. Several agents can
     * share a name; none has it if the set is empty.
     */
    public Set<String> named(String idOrName) {
        Set<String> ids = new TreeSet<>(
                entities.createQuery("select distinct n.agent.id from AgentName n where n.words = :words", String.class)
                        .setParameter("words", Words.foldedText(idOrName))
                        .getResultList());
        if (findById(idOrName) != null) {
            ids.add(idOrName);
        }
        return ids;
    }

    /**
     * Narrows a list to an agent by id or name; a name that nobody has finds nothing. Names can come to mean others, so a
     * list that is followed is narrowed by ids alone.
     *
     * @param condition with the keyword as its parameter
     */
    public void filter(Filter filter, String keyword, String condition, @Nullable String idOrName) {
        filter.among(keyword, condition, idOrName == null ? null : filter.followed(keyword, ID, idOrName, this::named));
    }

    List<AgentEntity> list(Where where, Paging<Place> paging) {
        Where page = where.copy();
        if (paging.after() != null) {
            page.and(
                            "(a.name, a.id) > (:afterName, :afterId)",
                            "afterName",
                            paging.after().name())
                    .with("afterId", paging.after().id());
        }
        return find("from Agent a" + page.clause() + " order by a.name, a.id", page.values())
                .range(0, paging.limit())
                .list();
    }

    /** Those that meet a condition, in any order. */
    List<AgentEntity> list(Where where) {
        return list("from Agent a" + where.clause(), where.values());
    }

    long count(Where where) {
        return count("from Agent a" + where.clause(), where.values());
    }

    /**
     * Agents of whom an article says something.
     *
     * @param stated what it says now, by id
     * @param touched the ids of those of whom it says something else than before, or nothing any more
     */
    public record Stated(Map<String, AgentEntity> stated, Set<String> touched) {}

    /** Those of whom an article says something, by id. */
    public Map<String, AgentEntity> statedBy(String articleId) {
        return entities
                .createQuery(
                        "select m.agent from AgentMention m where m.articleId = :article order by m.id",
                        AgentEntity.class)
                .setParameter("article", articleId)
                .getResultList()
                .stream()
                .collect(toMap(AgentEntity::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /**
     * Adds what an article says of further agents.
     *
     * @return all of whom it says something now; touched are those added
     */
    public Stated stateFurther(String articleId, List<Said> agents) {
        Map<String, AgentEntity> stated = statedBy(articleId);
        stated.putAll(stateNew(articleId, agents));
        return new Stated(stated, agents.stream().map(Said::id).collect(toCollection(TreeSet::new)));
    }

    /**
     * Replaces all that an article says of agents.
     *
     * @param kept the ids of agents that the article may not say anything of any more, but its records do: what it said
     *     of them stays
     */
    public Stated state(String articleId, List<Said> agents, Set<String> kept) {
        Set<String> before = idsStatedBy(articleId);
        Map<String, Said> saidBefore =
                before.isEmpty() ? Map.of() : said(articleId).stream().collect(toMap(Said::id, Function.identity()));
        Set<String> staying = withTheirOrganizations(articleId, kept);
        agents.forEach(said -> staying.remove(said.id()));
        takeBack(articleId, before.stream().filter(id -> !staying.contains(id)).toList());
        Map<String, AgentEntity> stated = stateNew(articleId, agents);
        Set<String> touched = new TreeSet<>(before);
        touched.removeAll(staying);
        for (Said said : agents) {
            if (said.equals(saidBefore.get(said.id()))) {
                touched.remove(said.id());
            } else {
                touched.add(said.id());
            }
        }
        Set<String> left = new TreeSet<>(touched);
        agents.forEach(said -> left.remove(said.id()));
        nameAnew(articleId, left);
        return new Stated(stated, touched);
    }

    /**
     * Takes back all that an article says of agents, who keep the names they have: for where all articles go.
     *
     * @return the ids of those agents
     */
    public Set<String> takeBack(String articleId) {
        Set<String> before = idsStatedBy(articleId);
        takeBack(articleId, before);
        return before;
    }

    private void takeBack(String articleId, Collection<String> agents) {
        List<Long> profiles = entities.createQuery(
                        "select m.profile.id from AgentMention m where m.articleId = :article and m.agent.id in :agents",
                        Long.class)
                .setParameter("article", articleId)
                .setParameter("agents", agents)
                .getResultList();
        entities.createQuery("delete from AgentMention m where m.articleId = :article and m.agent.id in :agents")
                .setParameter("article", articleId)
                .setParameter("agents", agents)
                .executeUpdate();
        List<Long> unused = entities.createQuery(
                        "select p.id from AgentProfile p where p.id in :profiles"
                                + " and not exists (select 1 from AgentMention m where m.profile = p)",
                        Long.class)
                .setParameter("profiles", profiles)
                .getResultList();
        for (String statement : STATEMENTS) {
            entities.createQuery("delete from %s s where s.profile.id in :unused".formatted(statement))
                    .setParameter("unused", unused)
                    .executeUpdate();
        }
        entities.createQuery("delete from AgentProfile p where p.id in :unused")
                .setParameter("unused", unused)
                .executeUpdate();
    }

    private Set<String> idsStatedBy(String articleId) {
        return new TreeSet<>(
                entities.createQuery("select m.agent.id from AgentMention m where m.articleId = :article", String.class)
                        .setParameter("article", articleId)
                        .getResultList());
    }

    /** All that an article, by its id, says of agents. */
    public record Statements(String article, List<Said> agents) {}

    /**
     * What is stored already of what some articles say.
     *
     * @param agents those of whom they speak, and where those have their roles, by id
     * @param profiles what they say of them, by its digest
     */
    public record Known(Map<String, AgentEntity> agents, Map<String, AgentProfile> profiles) {}

    /** What is stored already of what some articles say; whoever adds it finds all of it here. */
    public Known known(List<Statements> all) {
        Set<String> ids = new TreeSet<>();
        Set<String> digests = new TreeSet<>();
        each(all, (article, said) -> {
            ids.add(said.id());
            said.roles()
                    .forEach(role -> Optional.ofNullable(role.organization()).ifPresent(ids::add));
            digests.add(AgentProfile.digest(said));
        });
        Map<String, AgentEntity> agents = new LinkedHashMap<>();
        list("id in ?1", ids).forEach(agent -> agents.put(agent.id, agent));
        Map<String, AgentProfile> profiles = new HashMap<>();
        if (!agents.isEmpty()) {
            entities.createQuery("from AgentProfile p where p.digest in :digests", AgentProfile.class)
                    .setParameter("digests", digests)
                    .getResultList()
                    .forEach(profile -> profiles.put(profile.digest, profile));
        }
        return new Known(agents, profiles);
    }

    /** @return those of whom it speaks, and where those have their roles, by id */
    private Map<String, AgentEntity> stateNew(String articleId, List<Said> agents) {
        List<Statements> statements = List.of(new Statements(articleId, agents));
        Known known = known(statements);
        stateNew(statements, known);
        return known.agents();
    }

    /**
     * Adds what articles say of agents of whom they have said nothing, without asking the database. One table after the
     * other: rows of the same one are sent together.
     *
     * @param known of these very statements; gets what was not stored
     */
    public void stateNew(List<Statements> all, Known known) {
        each(all, (article, said) -> {
            AgentEntity agent = known.agents().get(said.id());
            boolean isNew = agent == null;
            if (agent == null) {
                agent = new AgentEntity(said.id(), said.type());
                known.agents().put(said.id(), agent);
            }
            agent.named(said.name(), article);
            if (isNew) {
                persist(agent);
            }
        });
        Map<AgentProfile, Said> added = new LinkedHashMap<>();
        List<AgentMention> mentions = new ArrayList<>();
        each(all, (article, said) -> {
            AgentProfile profile = known.profiles().computeIfAbsent(AgentProfile.digest(said), digest -> {
                var made =
                        new AgentProfile(Objects.requireNonNull(known.agents().get(said.id())), digest);
                entities.persist(made);
                added.put(made, said);
                return made;
            });
            mentions.add(new AgentMention(article, profile));
        });
        mentions.forEach(entities::persist);
        added.forEach((profile, said) -> {
            int position = 0;
            entities.persist(new AgentStatement.Name(profile, position++, said.name()));
            for (String name : said.otherNames()) {
                entities.persist(new AgentStatement.Name(profile, position++, name));
            }
        });
        added.forEach((profile, said) -> {
            int position = 0;
            for (RoleSaid role : said.roles()) {
                AgentEntity organization =
                        role.organization() == null ? null : known.agents().get(role.organization());
                entities.persist(new AgentStatement.Role(profile, position++, role.title(), organization));
            }
        });
        added.forEach((profile, said) -> {
            int position = 0;
            for (String uri : said.sameAs()) {
                entities.persist(new AgentStatement.SameAs(profile, position++, uri));
            }
        });
    }

    private static void each(List<Statements> all, BiConsumer<String, Said> work) {
        all.forEach(statements -> statements.agents().forEach(said -> work.accept(statements.article(), said)));
    }

    /** What is said of an agent's offices names organisations, which must stay with it. */
    private Set<String> withTheirOrganizations(String articleId, Set<String> ids) {
        Set<String> all = new TreeSet<>(ids);
        Set<String> further = all;
        while (!further.isEmpty()) {
            further = new TreeSet<>(entities.createQuery(
                            "select distinct r.organization.id from AgentMention m join AgentRole r on r.profile = m.profile"
                                    + " where m.articleId = :article and m.agent.id in :ids",
                            String.class)
                    .setParameter("article", articleId)
                    .setParameter("ids", further)
                    .getResultList());
            further.removeAll(all);
            all.addAll(further);
        }
        return all;
    }

    /** All that an article says of agents, in the order in which it was said. */
    public List<Said> said(String articleId) {
        List<AgentMention> mentions = entities.createQuery(
                        "select m from AgentMention m join fetch m.agent where m.articleId = :article order by m.id",
                        AgentMention.class)
                .setParameter("article", articleId)
                .getResultList();
        Map<AgentProfile, List<String>> names = new HashMap<>();
        statements("AgentName", AgentStatement.Name.class, mentions, names, name -> name.name);
        Map<AgentProfile, List<RoleSaid>> roles = new HashMap<>();
        statements(
                "AgentRole",
                AgentStatement.Role.class,
                mentions,
                roles,
                role -> new RoleSaid(role.title, role.organization == null ? null : role.organization.id()));
        Map<AgentProfile, List<String>> sameAs = new HashMap<>();
        statements("AgentSameAs", AgentStatement.SameAs.class, mentions, sameAs, same -> same.uri);
        return mentions.stream()
                .map(mention -> {
                    AgentEntity agent = Objects.requireNonNull(mention.agent);
                    List<String> all = Objects.requireNonNull(names.get(mention.profile));
                    return new Said(
                            agent.id,
                            agent.type,
                            all.get(0),
                            all.subList(1, all.size()),
                            roles.getOrDefault(mention.profile, List.of()),
                            sameAs.getOrDefault(mention.profile, List.of()));
                })
                .toList();
    }

    /** @param into gets what the statements of one kind say, by the profile they belong to, in their order */
    private <S extends AgentStatement, T> void statements(
            String kind,
            Class<S> type,
            List<AgentMention> mentions,
            Map<AgentProfile, List<T>> into,
            Function<S, T> saying) {
        entities.createQuery("from %s s where s.profile in :profiles order by s.position".formatted(kind), type)
                .setParameter(
                        "profiles",
                        mentions.stream().map(mention -> mention.profile).toList())
                .getResultList()
                .forEach(statement -> into.computeIfAbsent(
                                Objects.requireNonNull(statement.profile), profile -> new ArrayList<>())
                        .add(saying.apply(statement)));
    }

    /** The types of those of some agents that are stored, by their ids. */
    public Map<String, AgentType> types(Collection<String> ids) {
        return list("id in ?1", ids).stream().collect(toMap(AgentEntity::id, AgentEntity::type));
    }

    /**
     * Names those agents that have their name from an article that no longer says anything of them: by what the next one
     * says, by its id.
     */
    private void nameAnew(String articleId, Set<String> agents) {
        for (AgentEntity agent : list("id in ?1 and namedBy = ?2", agents, articleId)) {
            agent.namedBy = null;
            entities.createQuery(
                            "from AgentMention m where m.agent = :agent order by m.agent.id, m.articleId",
                            AgentMention.class)
                    .setParameter("agent", agent)
                    .setMaxResults(1)
                    .getResultList()
                    .forEach(mention -> agent.named(nameIn(mention), mention.articleId));
        }
    }

    private String nameIn(AgentMention mention) {
        return entities.createQuery(
                        "select n.name from AgentName n where n.profile = :profile and n.position = 0", String.class)
                .setParameter("profile", mention.profile)
                .getSingleResult();
    }

    /**
     * Removes those of some agents of whom no article says anything; to be called when no record involves them any more.
     */
    public void forgetUnstated(Collection<String> ids) {
        delete("from Agent a where a.id in ?1 and not exists (select 1 from AgentMention m where m.agent = a)", ids);
    }

    /** How the agents of some articles are shown in their records. */
    public AgentRefs refs(Collection<String> articles) {
        return AgentRefs.of(entities, articles);
    }

    /** What these articles call their agents. */
    public NamesInArticles namesIn(Collection<String> articles) {
        Map<String, Map<String, List<String>>> names = new HashMap<>();
        query(
                "select m.articleId, m.agent.id, n.name from AgentMention m join AgentName n on n.profile = m.profile"
                        + " where m.articleId in :ids order by m.articleId, m.agent.id, n.position",
                articles,
                row -> names.computeIfAbsent((String) row[0], article -> new HashMap<>())
                        .computeIfAbsent((String) row[1], agent -> new ArrayList<>())
                        .add((String) row[2]));
        return new NamesInArticles(names);
    }

    @Override
    public void all(Consumer<IndexedDocument> into) {
        String last = "";
        List<AgentEntity> batch;
        do {
            batch = find("from Agent a where a.id > ?1 order by a.id", last)
                    .range(0, BATCH - 1)
                    .list();
            documents(batch, into);
            if (!batch.isEmpty()) {
                last = batch.get(batch.size() - 1).id();
            }
        } while (batch.size() == BATCH);
    }

    @Override
    public void of(Set<String> owners, Consumer<IndexedDocument> into) {
        for (String id : Dataset.agents(owners)) {
            AgentEntity agent = findById(id);
            if (agent != null) {
                documents(List.of(agent), into);
            }
        }
    }

    /** @param batch all agents from one id to another, in their order */
    private void documents(List<AgentEntity> batch, Consumer<IndexedDocument> into) {
        if (batch.isEmpty()) {
            return;
        }
        // As a range: H2 would hold each name of all agents against each id of a list.
        Map<String, List<String>> otherNames = new HashMap<>();
        Map<String, String> canonical = batch.stream().collect(toMap(AgentEntity::id, AgentEntity::name));
        entities.createQuery(
                        "select distinct n.agent.id, n.name from AgentName n where n.agent.id between :first and :last"
                                + " order by n.agent.id, n.name",
                        Object[].class)
                .setParameter("first", batch.get(0).id)
                .setParameter("last", batch.get(batch.size() - 1).id)
                .getResultList()
                .forEach(row -> addOtherName(row, canonical, otherNames));
        for (AgentEntity agent : batch) {
            IndexedDocument document = IndexedDocument.of(
                            Dataset.AGENT_KIND, agent.id(), Dataset.agent(agent.id()), "und", 0)
                    .keyword("type", agent.type().name())
                    .about(agent.name());
            for (String name : otherNames.getOrDefault(agent.id(), List.of())) {
                document = document.about(name);
            }
            into.accept(document);
        }
        entities.clear();
    }

    @Override
    public String listed() {
        return Dataset.AGENT_KIND;
    }

    /** What an article says of an agent is known only as a whole, so that agents count as changed with their articles. */
    @Override
    public Map<String, State> states(Set<String> owners) {
        return list("id in ?1", Dataset.agents(owners)).stream()
                .collect(toMap(
                        agent -> Dataset.agent(agent.id),
                        agent -> new State(
                                Dataset.agent(agent.id), null, agent.type.name() + " " + agent.name, Set.of())));
    }

    /** Roles name organisations. */
    @Override
    public Set<String> showing(Set<String> others) {
        Set<String> agents = Dataset.agents(others);
        return agents.isEmpty()
                ? Set.of()
                : entities
                        .createQuery(
                                "select distinct r.agent.id from AgentRole r where r.organization.id in :agents",
                                String.class)
                        .setParameter("agents", agents)
                        .getResultList()
                        .stream()
                        .map(Dataset::agent)
                        .collect(toCollection(TreeSet::new));
    }

    /** Those of these ids that are known, in any order. */
    List<AgentEntity> held(List<String> ids) {
        return list("id in ?1", ids);
    }

    Map<String, List<String>> otherNames(Collection<AgentEntity> agents) {
        Map<String, String> canonical = agents.stream().collect(toMap(AgentEntity::id, AgentEntity::name));
        Map<String, List<String>> names = new HashMap<>();
        query(
                "select distinct n.agent.id, n.name from AgentName n where n.agent.id in :ids order by n.name",
                canonical.keySet(),
                row -> addOtherName(row, canonical, names));
        return names;
    }

    private static void addOtherName(Object[] row, Map<String, String> canonical, Map<String, List<String>> into) {
        if (!row[1].equals(canonical.get((String) row[0]))) {
            into.computeIfAbsent((String) row[0], id -> new ArrayList<>()).add((String) row[1]);
        }
    }

    Map<String, List<Agent.Role>> roles(Collection<AgentEntity> agents) {
        Map<String, List<Agent.Role>> roles = new HashMap<>();
        query(
                "select distinct r.agent.id, r.title, o from AgentRole r left join r.organization o"
                        + " where r.agent.id in :ids order by r.title, o.id",
                agents.stream().map(AgentEntity::id).toList(),
                row -> roles.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add(new Agent.Role(
                                (String) row[1], row[2] == null ? null : AgentRef.of((AgentEntity) row[2]))));
        return roles;
    }

    Map<String, List<String>> sameAs(Collection<AgentEntity> agents) {
        Map<String, List<String>> sameAs = new HashMap<>();
        query(
                "select distinct s.agent.id, s.uri from AgentSameAs s where s.agent.id in :ids order by s.uri",
                agents.stream().map(AgentEntity::id).toList(),
                row -> sameAs.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add((String) row[1]));
        return sameAs;
    }

    private void query(String query, Collection<String> ids, Consumer<Object[]> row) {
        if (!ids.isEmpty()) {
            entities.createQuery(query, Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row);
        }
    }
}
