package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.grammars.hql.HqlParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learnt while an image is built is the language that Hibernate reads. */
class QueryLanguageTest {

    @ParameterizedTest
    @MethodSource("org.verbatim.dataset.QueryLanguage#forms")
    void theFormsAreStatements(String form) {
        assertThat(isRead(form)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "select a.id from Article a where", "from Article a order order by a.id"})
    void otherWordsAreNone(String words) {
        assertThat(isRead(words)).isFalse();
    }

    private static boolean isRead(String statement) {
        HqlParser parser = QueryLanguage.parser(statement);
        parser.removeErrorListeners();
        parser.statement();
        return parser.getNumberOfSyntaxErrors() == 0;
    }
}
