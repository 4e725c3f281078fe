package dev.treaty.provider.environmentcloner.bench;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.anonymise.ProfileReader;
import dev.treaty.provider.environmentcloner.copy.Catalogue;
import dev.treaty.provider.environmentcloner.sample.SampleRows;
import dev.treaty.provider.service.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/**
 * How many rows a second are copied, beside {@code pg_dump | psql} of the same database. Both take turns, and each copies into a database of its own
 * that has all tables, keys and indexes.
 */
final class SpeedBench {

    private static final String SOURCE = "bench_source";
    private static final String TEMPLATE = "bench_template";
    private static final String TARGET = "bench_target";
    private static final Path PROFILE = Path.of("src/main/resources/sample/training.yaml");

    private enum Copier {
        DUMP("", "", 0),
        COPY_ONLY("copy only, one connection", "at least 1 ×", 1),
        ANONYMISED("with anonymisation, one connection", "at least 0.7 ×", 0.7),
        ANONYMISED_BY_TWO("with anonymisation, two connections", "at least 1 ×", 1);

        private final String title;
        private final String goal;
        private final double least;

        Copier(String title, String goal, double least) {
            this.title = title;
            this.goal = goal;
            this.least = least;
        }
    }

    /**
     * What came of it.
     *
     * @param circumstances what was measured with what
     */
    record Result(List<BenchRow> rows, String circumstances) {}

    private final BenchServer server;
    private final Optional<DumpAndRestore> dump;
    private final Map<Copier, List<Double>> rates = new EnumMap<>(Copier.class);
    private long rows;

    private SpeedBench(BenchServer server, Optional<DumpAndRestore> dump) {
        this.server = server;
        this.dump = dump;
    }

    /** Measures on the PostgreSQL that {@code pg_dump} belongs to; without one, on the embedded one and beside nothing. */
    static Result run(int wanted, int rounds) throws SQLException, IOException, InterruptedException {
        var programs = PostgresPrograms.find();
        try (var server = programs.isPresent()
                ? InstalledPostgres.start(programs.get())
                : BenchServer.of(Database.embedded().start())) {
            var bench = new SpeedBench(server, programs.map(all -> new DumpAndRestore(all, server.port())));
            bench.fill(wanted);
            for (var round = 0; round <= rounds; round++) {
                bench.round(round);
            }
            return bench.result();
        }
    }

    private void fill(int wanted) throws SQLException {
        server.execute("CREATE DATABASE " + TEMPLATE);
        Flyway.configure()
                .dataSource(server.database(TEMPLATE))
                .locations("classpath:db/lofts")
                .load()
                .migrate();
        server.execute("CREATE DATABASE %s TEMPLATE %s".formatted(SOURCE, TEMPLATE));
        try (var connection = server.database(SOURCE).getConnection()) {
            SampleRows.insert(connection, wanted);
        }
        rows = count(SOURCE);
    }

    /** The first round warms up, and each begins with another one. */
    private void round(int round) throws SQLException, IOException, InterruptedException {
        var turns = new ArrayList<>(List.of(Copier.values()));
        if (dump.isEmpty()) {
            turns.remove(Copier.DUMP);
        }
        Collections.rotate(turns, -round);
        for (var copier : turns) {
            server.execute("CREATE DATABASE %s TEMPLATE %s".formatted(TARGET, TEMPLATE));
            server.execute("CHECKPOINT"); // what another one has written
            var begun = System.nanoTime();
            copy(copier);
            var rate = rows / ((System.nanoTime() - begun) / 1e9);
            if (count(TARGET) != rows) {
                throw new IllegalStateException("%s copied %d of %d rows".formatted(copier, count(TARGET), rows));
            }
            server.execute("DROP DATABASE " + TARGET);
            if (round > 0) {
                rates.computeIfAbsent(copier, first -> new ArrayList<>()).add(rate);
            }
            System.out.printf("round %d: %s: %,.0f rows/s%n", round, copier, rate);
        }
    }

    private void copy(Copier copier) throws SQLException, IOException, InterruptedException {
        if (copier == Copier.DUMP) {
            dump.orElseThrow().copy(SOURCE, TARGET);
            return;
        }
        var profile = copier == Copier.COPY_ONLY
                ? Optional.<AnonymisationProfile>empty()
                : Optional.of(ProfileReader.read(PROFILE));
        new EngineCopy(profile, copier == Copier.ANONYMISED_BY_TWO ? 2 : 1)
                .copy(server.database(SOURCE), server.database(TARGET), (int) rows);
    }

    private long count(String database) throws SQLException {
        try (var connection = server.database(database).getConnection();
                var statement = connection.createStatement()) {
            long all = 0;
            for (var table : Catalogue.tables(connection)) {
                var row = statement.executeQuery("SELECT count(*) FROM " + table.name());
                row.next();
                all += row.getLong(1);
            }
            return all;
        }
    }

    private Result result() throws SQLException {
        var table = new ArrayList<BenchRow>();
        var peer = rates.getOrDefault(Copier.DUMP, List.of());
        for (var copier : Copier.values()) {
            if (copier != Copier.DUMP) {
                var ours = rates.getOrDefault(copier, List.of());
                var ratio = peer.isEmpty() ? 0 : Rounds.medianRatio(ours, peer);
                table.add(new BenchRow(
                        copier.title,
                        rate(ours),
                        peer.isEmpty() ? "no pg_dump with its server" : "pg_dump | psql: " + rate(peer),
                        copier.goal,
                        peer.isEmpty() ? BenchRow.NONE : "%.2f ×".formatted(ratio),
                        peer.isEmpty() ? BenchRow.NONE : BenchRow.reached(ratio >= copier.least)));
            }
        }
        try (var connection = server.database(SOURCE).getConnection()) {
            var version = connection.getMetaData().getDatabaseProductVersion();
            return new Result(table, "%,d rows on PostgreSQL %s".formatted(rows, version));
        }
    }

    private static String rate(List<Double> rates) {
        return "%,.0f rows/s".formatted(Rounds.median(rates));
    }
}
