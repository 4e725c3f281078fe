package dev.treaty.provider.environmentcloner.bench;

import dev.treaty.provider.environmentcloner.databases.DatabaseServer;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.sample.SampleServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How long a target is away: from when nobody is let in to when the other database has its name. */
final class SwapBench {

    private static final int SESSIONS = 20;
    private static final int SAMPLE_ROWS = 2_000;
    private static final String SUCCESSOR = "training_next";
    private static final String FORMER = "training_before";
    private static final String UNDONE = "training_undone";
    private static final double MOST_SECONDS = 0.1;
    private static final double MOST_SECONDS_WITH_SESSIONS = 6;

    private final Environment target;
    private final EnvironmentDatabases databases = EnvironmentDatabases.ofOperation("bench");
    private final DatabaseServer server;

    private SwapBench(Environment target) {
        this.target = target;
        server = databases.server(target);
    }

    static List<BenchRow> run(int rounds) throws SQLException {
        try (var sample = SampleServer.start(SAMPLE_ROWS)) {
            var target = sample.environments().stream()
                    .filter(environment -> environment.id().equals("training"))
                    .findFirst()
                    .orElseThrow();
            var bench = new SwapBench(target);
            bench.rows(1, 0); // warms up
            var rows = new ArrayList<>(bench.rows(rounds, 0));
            rows.addAll(bench.rows(rounds, SESSIONS));
            return rows;
        }
    }

    private List<BenchRow> rows(int rounds, int sessions) throws SQLException {
        var swaps = new ArrayList<Double>();
        var rollbacks = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            server.create(SUCCESSOR);
            swaps.add(swap(SUCCESSOR, FORMER, sessions));
            rollbacks.add(swap(FORMER, UNDONE, sessions));
            server.drop(UNDONE);
        }
        return List.of(row("swap", swaps, sessions), row("rollback", rollbacks, sessions));
    }

    private static BenchRow row(String what, List<Double> seconds, int sessions) {
        var most = sessions == 0 ? MOST_SECONDS : MOST_SECONDS_WITH_SESSIONS;
        var worst = Rounds.worst(seconds);
        return new BenchRow(
                sessions == 0 ? what + ", no session" : "%s, %d sessions in a transaction".formatted(what, sessions),
                milliseconds(Rounds.median(seconds)),
                BenchRow.NONE,
                "always at most " + milliseconds(most),
                "longest: " + milliseconds(worst),
                BenchRow.reached(worst <= most));
    }

    private static String milliseconds(double seconds) {
        return "%,.0f ms".formatted(1_000 * seconds);
    }

    private double swap(String successor, String former, int count) throws SQLException {
        var sessions = new ArrayList<Connection>();
        try {
            for (var i = 0; i < count; i++) {
                sessions.add(session());
            }
            var begun = System.nanoTime();
            server.swap("training", successor, former);
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            for (var session : sessions) {
                session.close();
            }
        }
    }

    /** Of an application, in the middle of something. */
    private Connection session() throws SQLException {
        var connection = databases.forWriting(target).getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT count(*) FROM pg_class");
        }
        return connection;
    }
}
