package dev.treaty.provider.environmentcloner.walls;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.refusals.SourceIsNotReadOnly;
import dev.treaty.provider.environmentcloner.refusals.WallName;
import java.sql.Connection;
import java.sql.SQLException;

/** The fourth wall: a source is read in a transaction in which PostgreSQL lets nobody write, whatever the role may do. */
public final class TransactionWall implements Wall {

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
}
