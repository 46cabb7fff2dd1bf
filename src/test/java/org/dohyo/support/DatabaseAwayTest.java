package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;

import javax.transaction.xa.XAException;

import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;

class DatabaseAwayTest {

    @ParameterizedTest
    @CsvSource({ "08006, true", "08001, true", "57P01, true", "57P03, true", "53300, true", "25006, true",
            "23505, false",
            "40001, false", "57014, false", "22021, false", ", false" })
    void lostConnection_isKnownByItsState(String state, boolean away) {
        SQLException failure = new SQLException("x", state);
        assertThat(DatabaseAway.isCauseOf(failure)).isEqualTo(away);
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException(new RuntimeException(failure)))).isEqualTo(away);
    }

    /** As the transaction manager throws it: the reason is below a suppressed failure. */
    @Test
    void connectionLostInTheCommit_isKnown() {
        XAException commit = new XAException("Error trying to transactionCommit local transaction");
        commit.initCause(new SQLException("An I/O error occurred while sending to the backend.", "08006"));
        RollbackException rolledBack = new RollbackException("Could not commit transaction.");
        rolledBack.addSuppressed(commit);
        Throwable failure = new UndeclaredThrowableException(rolledBack);
        assertThat(DatabaseAway.isCauseOf(failure)).isTrue();
        assertThat(DatabaseAway.reason(failure)).contains("I/O error");
    }

    @Test
    void failuresThatSuppressEachOther_areSearchedOnce() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second", first);
        first.addSuppressed(second);
        assertThat(DatabaseAway.isCauseOf(first)).isFalse();
    }

    @Test
    void otherFailure_isNone() {
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException("x"))).isFalse();
    }

    /** All connections are in use: the pool gives up, and the caller may try again. */
    @Test
    void emptyPool_countsAsAway() throws SQLException {
        AgroalDataSourceConfigurationSupplier pool = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(config -> config.maxSize(1).acquisitionTimeout(Duration.ofMillis(500))
                        .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(Driver.class)));
        try (AgroalDataSource connections = AgroalDataSource.from(pool);
                Connection used = connections.getConnection()) {
            assertThat(used).isNotNull();
            SQLException refused = catchThrowableOfType(SQLException.class, connections::getConnection);
            assertThat(DatabaseAway.isCauseOf(refused)).isTrue();
            assertThat(DatabaseAway.reason(refused)).isNotBlank();
        }
    }

    /** Gives connections to nothing. */
    public static final class Driver implements java.sql.Driver {

        @Override
        public Connection connect(String url, Properties info) {
            return (Connection) Proxy.newProxyInstance(Driver.class.getClassLoader(),
                    new Class<?>[] { Connection.class },
                    (proxy, method, args) -> switch (method.getName()) {
                        case "isValid", "getAutoCommit" -> true;
                        case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == args[0];
                        default -> method.getReturnType() == boolean.class ? Boolean.FALSE : null;
                    });
        }

        @Override
        public boolean acceptsURL(String url) {
            return true;
        }

        @Override
        public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new java.sql.DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger("none");
        }
    }
}
