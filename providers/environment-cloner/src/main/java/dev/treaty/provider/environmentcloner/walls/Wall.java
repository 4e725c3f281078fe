package dev.treaty.provider.environmentcloner.walls;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Something that keeps production from being written to. */
public interface Wall {

    /**
     * Returns if an environment may be a target; asked before anybody connects to it.
     *
     * @throws WallRefusal if not
     */
    default void admitTarget(Environment target) {}

    /**
     * Returns if a database may be replaced.
     *
     * @param database a connection to it
     * @throws WallRefusal if not
     */
    default void admitTarget(Environment target, Connection database) throws SQLException {}

    /**
     * Returns if a role may read a source.
     *
     * @param database a connection to it
     * @throws WallRefusal if not
     */
    default void admitReader(Environment source, Connection database) throws SQLException {}

    /**
     * Returns if rows may be copied from a source in a transaction.
     *
     * @param transaction the connection, in the transaction
     * @throws WallRefusal if not
     */
    default void admitTransaction(Environment source, Connection transaction) throws SQLException {}

    /**
     * The refusal that an error of a source's database is, if it was this wall that held there.
     *
     * @param error of a statement in a transaction that was admitted
     */
    default Optional<WallRefusal> held(Environment source, SQLException error) {
        return Optional.empty();
    }
}
