package dev.treaty.provider.environmentcloner.walls;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.refusals.WallRefusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** All walls that there are. */
public record Walls(List<Wall> all) implements Wall {

    public Walls {
        all = List.copyOf(all);
    }

    /** The five. */
    public static Walls around(List<Environment> environments) {
        return new Walls(List.of(
                new KindWall(),
                new IdentityWall(environments),
                new PrivilegeWall(),
                new TransactionWall(),
                new MarkerWall()));
    }

    @Override
    public void admitTarget(Environment target) {
        all.forEach(wall -> wall.admitTarget(target));
    }

    @Override
    public void admitTarget(Environment target, Connection database) throws SQLException {
        for (var wall : all) {
            wall.admitTarget(target, database);
        }
    }

    @Override
    public void admitReader(Environment source, Connection database) throws SQLException {
        for (var wall : all) {
            wall.admitReader(source, database);
        }
    }

    @Override
    public void admitTransaction(Environment source, Connection transaction) throws SQLException {
        for (var wall : all) {
            wall.admitTransaction(source, transaction);
        }
    }

    @Override
    public Optional<WallRefusal> held(Environment source, SQLException error) {
        return all.stream().flatMap(wall -> wall.held(source, error).stream()).findFirst();
    }
}
