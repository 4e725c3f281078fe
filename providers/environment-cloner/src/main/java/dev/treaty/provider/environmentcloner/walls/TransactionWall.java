package dev.treaty.provider.environmentcloner.walls;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.refusals.SourceIsNotReadOnly;
import dev.treaty.provider.environmentcloner.refusals.WallName;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import dev.treaty.provider.service.database.DatabaseFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The fourth wall: a source is read in a transaction in which PostgreSQL lets nobody write, whatever the role may do. */
public final class TransactionWall implements Wall {

    /** PostgreSQL's documentation, appendix "PostgreSQL Error Codes": read_only_sql_transaction. */
    private static final String READ_ONLY = "25006";

    @Override
    public void admitTransaction(Environment source, Connection transaction) throws SQLException {
        try (var statement = transaction.createStatement();
                var setting = statement.executeQuery("SELECT current_setting('transaction_read_only')")) {
            setting.next();
            if (transaction.getAutoCommit() || !setting.getString(1).equals("on")) {
                throw new SourceIsNotReadOnly(
                        WallName.READ_ONLY_TRANSACTION,
                        source.id(),
                        "The transaction that reads %s could write.".formatted(source.id()),
                        "the transaction in the database of " + source.id(),
                        "report this as a fault of the cloner, which began the transaction");
            }
        }
    }

    /** PostgreSQL itself is the wall: whatever would write, e.g. a function that is called for each row, fails there. */
    @Override
    public Optional<WallRefusal> held(Environment source, SQLException error) {
        return READ_ONLY.equals(error.getSQLState())
                ? Optional.of(
                        new SourceIsNotReadOnly(
                                WallName.READ_ONLY_TRANSACTION,
                                source.id(),
                                "Something would have written to %s while it was read: %s."
                                        .formatted(source.id(), DatabaseFailure.reason(error)),
                                "the transaction in the database of " + source.id(),
                                "look there for a function that writes and is called when rows are read, e.g. by an operator, a type or a view"))
                : Optional.empty();
    }
}
