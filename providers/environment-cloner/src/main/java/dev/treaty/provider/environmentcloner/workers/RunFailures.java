package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import dev.treaty.provider.environmentcloner.refusals.Refusal;
import dev.treaty.provider.service.database.DatabaseFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an exception means to those who asked for an operation. */
final class RunFailures {

    private static final Logger LOG = LoggerFactory.getLogger(RunFailures.class);

    private RunFailures() {}

    static Failure of(Throwable exception, OperationPhase phase) {
        if (exception instanceof Refusal refusal) {
            return refusal.failure();
        }
        if (exception instanceof TreatyException readable) {
            var message = readable.errorMessage();
            return new Failure("operation-failed", message.what(), message.where(), message.fix());
        }
        LOG.warn("an operation failed in the phase {}", phase.word(), exception);
        if (exception instanceof FlywayException) {
            return new Failure(
                    "schema-migration-failed",
                    "A migration of the application failed: %s.".formatted(DatabaseFailure.reason(exception)),
                    "the new database of the target",
                    "repair the migration, or clone a source that has a version whose migrations work");
        }
        var error = databaseError(exception);
        if (error.isPresent()) {
            return ofDatabase(error.get(), phase);
        }
        if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            return new Failure(
                    "files-failed",
                    "A file that the operation needs could not be read or written.",
                    "the folders for work and backups; the reason is in the log of the service",
                    "make sure that they can be written and have room");
        }
        return new Failure(
                "operation-failed",
                "The operation failed for a reason that nobody expected.",
                "the phase %s; the reason is in the log of the service".formatted(phase.word()),
                "report it");
    }

    private static Failure ofDatabase(SQLException error, OperationPhase phase) {
        var reason = DatabaseFailure.reason(error);
        if (phase == OperationPhase.INDEXING && isAboutRows(error)) {
            return new Failure(
                    "keys-do-not-hold",
                    "A key or an index of the new database cannot be created: %s.".formatted(reason),
                    "the rows of the source",
                    "repair the rows that break the key in the source, or the anonymisation rule of its columns");
        }
        if (phase == OperationPhase.SWAPPING) {
            return new Failure(
                    "swap-failed",
                    "The databases could not be swapped: %s.".formatted(reason),
                    "the server of the target",
                    "look for what holds the database of the target, e.g. sessions of other roles, and try again");
        }
        return new Failure(
                "database-failed",
                "A database did not do what was asked of it: %s.".formatted(reason),
                "the phase " + phase.word(),
                "check that both databases run and have room, and try again");
    }

    /**
     * PostgreSQL's documentation, appendix "PostgreSQL Error Codes": a value that cannot be (22), a constraint that does not hold (23), a value that
     * is too large for an index (54).
     */
    private static boolean isAboutRows(SQLException error) {
        var state = String.valueOf(error.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static Optional<SQLException> databaseError(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }
}
