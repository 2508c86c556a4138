package org.verbatim.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.vertx.core.Vertx;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure says of the database. */
class AvailabilityTest {

    private final Availability availability = new Availability(
            silent(AgroalDataSource.class),
            new ChangesInTurn(silent(TransactionSynchronizationRegistry.class), false, Duration.ZERO),
            silent(Vertx.class),
            Clock.systemUTC(),
            "jdbc:postgresql://localhost/verbatim");

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "28P01", "3D000", "53300", "57P01", "90098"})
    void isLost(String state) {
        assertThat(availability.explains(failure("it is gone", state))).isTrue();
        assertThat(availability.lostSince()).isNotNull();
    }

    /** H2 has the same state for what it does not foresee in a statement. */
    @Test
    void isLostWhereAFileIsAndNotWhereAStatementFails() {
        assertThat(availability.explains(new SQLException("General error", "HY000", new ArithmeticException())))
                .isFalse();
        assertThat(availability.lostSince()).isNull();
        assertThat(availability.explains(new SQLException(
                        "General error", "HY000", new IllegalStateException(new IOException("No space left")))))
                .isTrue();
        assertThat(availability.lostSince()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HYT00", "55P03", "57014", "40001"})
    void isBusy(String state) {
        assertThat(availability.explains(failure("somebody else is at it", state)))
                .isTrue();
        assertThat(availability.lostSince()).isNull();
    }

    /** What many ask at once is no reason to refuse what anybody writes after that. */
    @Test
    void isBusyWhereThePoolHasNoConnectionLeft() {
        assertThat(availability.explains(failure("Sorry, acquisition timeout!", null)))
                .isTrue();
        assertThat(availability.lostSince()).isNull();
    }

    @Test
    void isNotToBlameForWhatIsWrongWithAStatement() {
        assertThat(availability.explains(failure("there is no such column", "42703")))
                .isFalse();
        assertThat(availability.explains(new IllegalStateException("ours"))).isFalse();
        assertThat(availability.lostSince()).isNull();
    }

    private static RuntimeException failure(String message, String state) {
        return new IllegalStateException(new SQLException(message, state));
    }

    /** One that does nothing: it is not tried again here. */
    private static <T> T silent(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == long.class ? 0L : null));
    }
}
