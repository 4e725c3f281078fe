package dev.treaty.provider.environmentcloner.checks;

import dev.treaty.provider.environmentcloner.copy.SourceSnapshot;
import dev.treaty.provider.environmentcloner.copy.StopSignal;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import dev.treaty.provider.environmentcloner.walls.Wall;
import java.sql.SQLException;

/** Reads a source behind the walls: they look at each transaction before a row is read in it, and tell which errors are theirs. */
public record SourceReader(Environment source, Wall walls) {

    /** Something that reads the source. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws SQLException;
    }

    /**
     * Takes a snapshot, whose connections are all admitted by the walls.
     *
     * @param stop cancels the statements of the connection that takes it
     * @throws WallRefusal if one is not
     */
    public SourceSnapshot snapshot(EnvironmentDatabases databases, StopSignal stop) throws SQLException {
        return SourceSnapshot.take(databases.forReading(source), stop, connection -> {
            walls.admitReader(source, connection);
            walls.admitTransaction(source, connection);
        });
    }

    /**
     * Reads something.
     *
     * @param reading must get no errors of other databases
     * @throws WallRefusal if a wall held
     */
    public <T> T read(Reading<T> reading) throws SQLException {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * An error of the source's database, to be thrown, unless a wall held.
     *
     * @throws WallRefusal if one did
     */
    public SQLException failure(SQLException error) {
        walls.held(source, error).ifPresent(refusal -> {
            throw refusal;
        });
        return error;
    }
}
