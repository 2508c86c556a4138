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

    /** What the index calls the kind of an agent. */
    static final String KIND = "Agent";

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
                .createQuery("select distinct n.agent from AgentName n where n.articleId = :article", AgentEntity.class)
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
        stated.putAll(known(agents.stream().map(Said::id).toList()));
        say(List.of(new Statements(articleId, agents)), stated);
        Set<String> touched = agents.stream().map(Said::id).collect(toCollection(TreeSet::new));
        canonicalise(touched);
        return new Stated(stated, touched);
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
        Map<String, AgentEntity> stated =
                new LinkedHashMap<>(known(agents.stream().map(Said::id).toList()));
        say(List.of(new Statements(articleId, agents)), stated);
        Set<String> touched = new TreeSet<>(before);
        touched.removeAll(staying);
        for (Said said : agents) {
            if (said.equals(saidBefore.get(said.id()))) {
                touched.remove(said.id());
            } else {
                touched.add(said.id());
            }
        }
        canonicalise(touched);
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
        for (String statement : STATEMENTS) {
            entities.createQuery("delete from %s s where s.articleId = :article and s.agent.id in :agents"
                            .formatted(statement))
                    .setParameter("article", articleId)
                    .setParameter("agents", agents)
                    .executeUpdate();
        }
    }

    private Set<String> idsStatedBy(String articleId) {
        return new TreeSet<>(entities.createQuery(
                        "select distinct n.agent.id from AgentName n where n.articleId = :article", String.class)
                .setParameter("article", articleId)
                .getResultList());
    }

    /**
     * Which article, by its id, is the first one that says anything of an agent, so that it need not be asked again for
     * each of many articles. It is good for one version of the dataset, and for that which {@link #stateNew} makes of it.
     */
    public static final class Heard {

        private final Map<String, String> first = new HashMap<>();
        private long version = -1;

        /** To be called before it is used: forgets all if somebody else has changed anything. */
        public void at(long current) {
            if (version != current) {
                first.clear();
            }
            version = -1; // until all is written
        }

        /** To be called when what was said is written. */
        public void madeOf(long made) {
            version = made;
        }
    }

    /**
     * Those of these ids that are stored, by id.
     *
     * @param heard gets what is to be known of them
     */
    public Map<String, AgentEntity> known(Collection<String> ids, Heard heard) {
        Map<String, AgentEntity> known = known(ids);
        Set<String> unheard = new TreeSet<>(known.keySet());
        unheard.removeAll(heard.first.keySet());
        query(
                "select n.agent.id, min(n.articleId) from AgentName n where n.agent.id in :ids and n.position = 0"
                        + " group by n.agent.id",
                unheard,
                row -> heard.first.put((String) row[0], (String) row[1]));
        return known;
    }

    private Map<String, AgentEntity> known(Collection<String> ids) {
        return list("id in ?1", ids).stream().collect(toMap(AgentEntity::id, Function.identity()));
    }

    /** All that an article, by its id, says of agents. */
    public record Statements(String article, List<Said> agents) {}

    /**
     * Adds what articles that were never held say of agents, without asking the database.
     *
     * @param known those of them who are stored, as {@link #known} has them; gets the others
     */
    public void stateNew(List<Statements> all, Map<String, AgentEntity> known, Heard heard) {
        say(all, known);
        each(all, (article, said) -> {
            if (heard.first
                    .merge(said.id(), article, (one, other) -> one.compareTo(other) < 0 ? one : other)
                    .equals(article)) {
                Objects.requireNonNull(known.get(said.id())).name = said.name();
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
                            "select distinct r.organization.id from AgentRole r"
                                    + " where r.articleId = :article and r.agent.id in :ids",
                            String.class)
                    .setParameter("article", articleId)
                    .setParameter("ids", further)
                    .getResultList());
            further.removeAll(all);
            all.addAll(further);
        }
        return all;
    }

    /**
     * One table after the other: rows of the same one are sent together.
     *
     * @param stated those of them who are stored, by id; gets the others
     */
    private void say(List<Statements> all, Map<String, AgentEntity> stated) {
        each(all, (article, said) -> {
            if (!stated.containsKey(said.id())) {
                AgentEntity agent = new AgentEntity(said.id(), said.type(), said.name());
                persist(agent);
                stated.put(said.id(), agent);
            }
        });
        each(all, (article, said) -> {
            AgentEntity agent = Objects.requireNonNull(stated.get(said.id()));
            int position = 0;
            entities.persist(new AgentStatement.Name(agent, article, position++, said.name()));
            for (String name : said.otherNames()) {
                entities.persist(new AgentStatement.Name(agent, article, position++, name));
            }
        });
        each(all, (article, said) -> {
            AgentEntity agent = Objects.requireNonNull(stated.get(said.id()));
            int position = 0;
            for (RoleSaid role : said.roles()) {
                AgentEntity organization = role.organization() == null ? null : stated.get(role.organization());
                entities.persist(new AgentStatement.Role(agent, article, position++, role.title(), organization));
            }
        });
        each(all, (article, said) -> {
            AgentEntity agent = Objects.requireNonNull(stated.get(said.id()));
            int position = 0;
            for (String uri : said.sameAs()) {
                entities.persist(new AgentStatement.SameAs(agent, article, position++, uri));
            }
        });
    }

    /**
     * All that an article says of agents, in the order in which it was said; but one that another instance has added since
     * may stand in front.
     */
    public List<Said> said(String articleId) {
        Map<String, AgentEntity> stated = new LinkedHashMap<>();
        Map<String, List<String>> names = new HashMap<>();
        entities.createQuery(
                        "select n from AgentName n join fetch n.agent where n.articleId = :article order by n.id",
                        AgentStatement.Name.class)
                .setParameter("article", articleId)
                .getResultList()
                .forEach(name -> {
                    AgentEntity agent = Objects.requireNonNull(name.agent);
                    stated.put(agent.id, agent);
                    names.computeIfAbsent(agent.id, id -> new ArrayList<>()).add(name.name);
                });
        Map<String, List<RoleSaid>> roles = new HashMap<>();
        entities.createQuery(
                        "select r from AgentRole r where r.articleId = :article order by r.id",
                        AgentStatement.Role.class)
                .setParameter("article", articleId)
                .getResultList()
                .forEach(role -> roles.computeIfAbsent(Objects.requireNonNull(role.agent).id, id -> new ArrayList<>())
                        .add(new RoleSaid(role.title, role.organization == null ? null : role.organization.id())));
        Map<String, List<String>> sameAs = new HashMap<>();
        entities.createQuery(
                        "select s from AgentSameAs s where s.articleId = :article order by s.id",
                        AgentStatement.SameAs.class)
                .setParameter("article", articleId)
                .getResultList()
                .forEach(same -> sameAs.computeIfAbsent(Objects.requireNonNull(same.agent).id, id -> new ArrayList<>())
                        .add(same.uri));
        return stated.values().stream()
                .map(agent -> {
                    List<String> all = Objects.requireNonNull(names.get(agent.id));
                    return new Said(
                            agent.id,
                            agent.type,
                            all.get(0),
                            all.subList(1, all.size()),
                            roles.getOrDefault(agent.id, List.of()),
                            sameAs.getOrDefault(agent.id, List.of()));
                })
                .toList();
    }

    /** The types of those of some agents that are stored, by their ids. */
    public Map<String, AgentType> types(Collection<String> ids) {
        return list("id in ?1", ids).stream().collect(toMap(AgentEntity::id, AgentEntity::type));
    }

    /** The canonical name is that of the first article by id, whatever the order in which they were imported. */
    private void canonicalise(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        query(
                "select n.agent.id, n.name from AgentName n where n.agent.id in :ids and n.position = 0"
                        + " order by n.articleId desc",
                ids,
                row -> names.put((String) row[0], (String) row[1]));
        for (AgentEntity agent : list("id in ?1", ids)) {
            String name = names.get(agent.id);
            if (name != null) {
                agent.name = name;
            }
        }
    }

    /**
     * Removes those of some agents of whom no article says anything; to be called when no record involves them any more.
     */
    public void forgetUnstated(Collection<String> ids) {
        delete("from Agent a where a.id in ?1 and not exists (select 1 from AgentName n where n.agent = a)", ids);
    }

    /** How these agents are shown in records of these articles. */
    public AgentRefs refs(Collection<AgentEntity> agents, Collection<String> articles) {
        Map<String, Map<String, String>> roles = new HashMap<>();
        if (!agents.isEmpty()) {
            entities.createQuery(
                            "select r.agent.id, r.articleId, r.title from AgentRole r"
                                    + " where r.agent.id in :agents and r.articleId in :articles and r.position = 0",
                            Object[].class)
                    .setParameter("agents", agents.stream().map(AgentEntity::id).toList())
                    .setParameter("articles", articles)
                    .getResultList()
                    .forEach(row -> roles.computeIfAbsent((String) row[0], id -> new HashMap<>())
                            .put((String) row[1], (String) row[2]));
        }
        return new AgentRefs(roles);
    }

    /** What these articles call their agents. */
    public NamesInArticles namesIn(Collection<String> articles) {
        Map<String, Map<String, List<String>>> names = new HashMap<>();
        query(
                "select n.articleId, n.agent.id, n.name from AgentName n where n.articleId in :ids"
                        + " order by n.articleId, n.agent.id, n.position",
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
            IndexedDocument document = IndexedDocument.of(KIND, agent.id(), Dataset.agent(agent.id()), "und", 0)
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
        return KIND;
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
