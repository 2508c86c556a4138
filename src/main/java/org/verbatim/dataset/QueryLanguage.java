package org.verbatim.dataset;

import io.quarkus.runtime.ImageMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * Has Hibernate's parser learn its grammar while a native image is built. It works out how to decide between the rules of
 * a language as it meets them, once in a process, and what it has learnt by then is in the image. So the first queries
 * after a start, which are what a start waits for, are parsed as quickly as all others.
 */
@Singleton
class QueryLanguage {

    /** Statements that have between them what ours have. A form that is missing here is learnt when it is met. */
    private static final List<String> FORMS = List.of(
            "from Article a where a.id > ?1 order by a.id",
            "from Article a where a.publisher = :p0 and (a.datePublished >= :p1 or a.headline is not null)",
            "from Quote r where (r.article.addedAt < :p0 or (r.article.addedAt = :p0 and (r.article.id > :p1"
                    + " or (r.article.id = :p1 and r.start > :p2)))) and not (r.reviewStatus = 'REJECTED')"
                    + " order by r.article.addedAt desc, r.article.id, r.start",
            "from Quote r join fetch r.article where r.article.id in :articles and r.id not in (?1, ?2)",
            "select count(*) from Meeting r where exists (select 1 from r.attendees t where t.agent.id in :agents)",
            "select distinct s.agent.id, lower(s.uri), o from AgentRole s left join s.organization o"
                    + " where s.title like :title escape '!' and s.agent.id between :first and :last",
            "select m.articleId, r.title from AgentMention m join AgentRole r on r.profile = m.profile where r.position = 0",
            "select r.speaker.id, count(distinct r.id), min(r.id) from Quote r join r.speaker s where r.id is null"
                    + " group by r.speaker.id",
            "select count(*) from (select c.id as id from RecordChange c where c.version > :v limit 10) as found",
            "select a.id from Article a where (select b.id from Article b where b = a) <= coalesce(:id, 1)",
            "update DatasetVersion d set d.version = d.version + 1, d.changedAt = :now",
            "delete from Agent a where a.id in ?1 and not exists (select 1 from AgentMention m where m.agent = a)");

    void learn(@Observes @Initialized(ApplicationScoped.class) Object whileTheImageIsBuilt) {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            FORMS.forEach(form -> parser(form).statement());
        }
    }

    static List<String> forms() {
        return FORMS;
    }

    /** As Hibernate reads it first: the quick way. */
    static HqlParser parser(String statement) {
        HqlParseTreeBuilder parsers = HqlParseTreeBuilder.INSTANCE;
        HqlParser parser = parsers.buildHqlParser(statement, parsers.buildHqlLexer(statement));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser;
    }
}
