package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.LogRows;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operation logs: for those who asked for it, and in the service's own log. */
record OperationLog(Jdbi jdbi, String operation, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(OperationLog.class);

    void info(String message) {
        LOG.info("{}: {}", operation, message);
        append(LogLevel.INFO, message, Optional.empty());
    }

    void warning(String message) {
        LOG.warn("{}: {}", operation, message);
        append(LogLevel.WARNING, message, Optional.empty());
    }

    void error(String message) {
        LOG.error("{}: {}", operation, message);
        append(LogLevel.ERROR, message, Optional.empty());
    }

    /** About one table; only those who look closely want to know. */
    void table(String message, String table) {
        append(LogLevel.INFO, message, Optional.of(table));
    }

    private void append(LogLevel level, String message, Optional<String> table) {
        jdbi.useTransaction(handle -> LogRows.append(handle, operation, level, message, table, clock.instant()));
    }
}
