package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.anonymise.Anonymiser;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.checks.CheckedClone;
import dev.treaty.provider.environmentcloner.checks.RequestedClone;
import dev.treaty.provider.environmentcloner.checks.RowCounts;
import dev.treaty.provider.environmentcloner.checks.SourceReader;
import dev.treaty.provider.environmentcloner.checks.UnclassifiedSearch;
import dev.treaty.provider.environmentcloner.copy.Catalogue;
import dev.treaty.provider.environmentcloner.copy.CopiedTable;
import dev.treaty.provider.environmentcloner.copy.CopyListener;
import dev.treaty.provider.environmentcloner.copy.CopyResult;
import dev.treaty.provider.environmentcloner.copy.DatabaseCopy;
import dev.treaty.provider.environmentcloner.copy.RowConditions;
import dev.treaty.provider.environmentcloner.copy.SourceFailed;
import dev.treaty.provider.environmentcloner.copy.SourceSnapshot;
import dev.treaty.provider.environmentcloner.copy.TableLayout;
import dev.treaty.provider.environmentcloner.copy.TableName;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.environments.EnvironmentMarker;
import dev.treaty.provider.environmentcloner.operations.OperationChanges;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.originals.Originals;
import dev.treaty.provider.environmentcloner.refusals.ColumnsUnclassified;
import dev.treaty.provider.environmentcloner.systems.RowFilter;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a clone: builds it beside the target, proves that it is right, and puts it in the target's place. */
final class CloneRun {

    private static final int SECRET_BYTES = 32;

    private final WorkerContext context;
    private final OperationRun run;
    private final CheckedClone clone;
    private final SourceReader source;
    private final EnvironmentDatabases databases;
    private final DatabaseNames names;
    private final Instant start;

    private CloneRun(WorkerContext context, OperationRun run, CheckedClone clone) {
        this.context = context;
        this.run = run;
        this.clone = clone;
        source = context.checks().reader(clone.source());
        databases = EnvironmentDatabases.ofOperation(run.operation().id());
        names = DatabaseNames.of(run.operation(), clone.target());
        start = context.clock().instant();
    }

    /** Makes the clone that an operation asks for, up to and with the swap. */
    static void execute(WorkerContext context, OperationRun run) throws Exception {
        var operation = run.operation();
        var options = operation.options();
        var requested = new RequestedClone(
                operation.source().orElseThrow(),
                operation.target(),
                options.systems(),
                options.profile(),
                options.backup().equals(Optional.of(BackupKind.FILE.word())),
                options.maxAge());
        new CloneRun(context, run, context.checks().check(requested)).build();
    }

    private void build() throws Exception {
        try (var snapshot = source.snapshot(databases, run.stop());
                var work = new WorkFolder(
                        context.settings().work(), run.operation().id())) {
            var plan = source.read(() -> plan(snapshot));
            migrate(plan.tables());
            var secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            try (var originals = clone.profile().isEmpty()
                    ? null
                    : Originals.create(work.folder().resolve("originals"), secret, plan.expectedOriginals())) {
                var anonymiser = originals == null
                        ? null
                        : new Anonymiser(clone.profile().orElseThrow(), secret, originals);
                var began = System.nanoTime();
                var copied = copy(snapshot, plan, anonymiser);
                var seconds = (System.nanoTime() - began) / 1e9;
                validate(plan, copied, originals);
                store(plan, copied, seconds, snapshot);
            }
        }
        run.enter(OperationPhase.SWAPPING);
        databases.server(clone.target()).swap(names.target(), names.next(), names.former());
    }

    /**
     * What is copied.
     *
     * @param rows how many are expected
     */
    private record Plan(List<TableLayout> tables, Map<TableName, String> conditions, RowFilter filter, long rows) {

        /** A filter that is too small is only slow. */
        long expectedOriginals() {
            return Math.max(1_000, 2 * rows);
        }
    }

    private Plan plan(SourceSnapshot snapshot) throws SQLException {
        var connection = snapshot.connection();
        var tables = Catalogue.tables(connection);
        for (var thing : Catalogue.notCopied(connection)) {
            run.log().warning("The source has a %s, which is not copied.".formatted(thing));
        }
        if (clone.profile().isPresent()) {
            requireClassified(clone.profile().get(), snapshot, tables);
        }
        var filter = context.checks().filter(clone, start);
        var conditions = RowConditions.of(
                connection, tables.stream().map(TableLayout::name).toList(), filter::condition);
        var rows = 0L;
        for (var table : tables) {
            rows += RowCounts.of(connection, table.name(), conditions.get(table.name()));
        }
        run.expect(rows, tables.size());
        run.log()
                .info("About %d rows in %d tables are copied from %s."
                        .formatted(rows, tables.size(), clone.source().id()));
        return new Plan(tables, conditions, filter, rows);
    }

    private static void requireClassified(
            AnonymisationProfile profile, SourceSnapshot snapshot, List<TableLayout> tables) throws SQLException {
        var unclassified = new UnclassifiedSearch(profile).in(snapshot.connection(), tables);
        if (!unclassified.isEmpty()) {
            throw new ColumnsUnclassified(profile.name(), unclassified);
        }
    }

    private void migrate(List<TableLayout> tables) throws SQLException {
        run.enter(OperationPhase.MIGRATING);
        var marker = new EnvironmentMarker(
                clone.target().id(),
                clone.target().kind().word(),
                Optional.of(run.operation().id()),
                Optional.of(clone.source().id()),
                Optional.of(start));
        new NextDatabase(context, run, clone.target(), databases, names)
                .create(clone.history().version().orElseThrow(), marker);
        run.log()
                .info("The new database has the schema of version %s."
                        .formatted(clone.history().version().orElseThrow()));
        try (var next = databases.forWriting(clone.target(), names.next()).getConnection()) {
            SchemaComparison.requireSame(
                    tables, Catalogue.tables(next), clone.source().id());
        }
    }

    private CopyResult copy(SourceSnapshot snapshot, Plan plan, @Nullable Anonymiser anonymiser) throws Exception {
        run.enter(OperationPhase.COPYING);
        var target = databases.forWriting(clone.target(), names.next());
        var listener = new CopyListener() {
            @Override
            public void copied(CopiedTable table) {
                run.log()
                        .table(
                                "%d rows are copied, %d of them anonymised."
                                        .formatted(table.rows(), table.anonymised()),
                                table.name().toString());
            }

            @Override
            public void indexing() {
                run.enter(OperationPhase.INDEXING);
            }
        };
        var copy = new DatabaseCopy(
                snapshot,
                target,
                anonymiser,
                plan.conditions(),
                context.settings().connections(),
                run.progress(),
                run.stop(),
                listener);
        var copied = run(copy, plan.tables());
        run.log()
                .info("%d rows are copied, and PostgreSQL has proven %d foreign keys."
                        .formatted(run.progress().rows(), copied.foreignKeys()));
        return copied;
    }

    private CopyResult run(DatabaseCopy copy, List<TableLayout> tables) throws SQLException, InterruptedException {
        try {
            return copy.run(tables);
        } catch (SourceFailed e) {
            throw source.failure(e);
        }
    }

    private void validate(Plan plan, CopyResult copied, @Nullable Originals originals) throws Exception {
        run.enter(OperationPhase.VALIDATING);
        var validation = new Validation(databases.forWriting(clone.target(), names.next()), run);
        if (run.operation().options().validate()) {
            validation.requireRows(copied.tables());
            validation.requireKeys();
            run.log().info("All rows are there, and all keys hold.");
        }
        if (originals != null) {
            validation.requireNoSurvivors(clone.profile().orElseThrow(), originals, plan.tables());
            run.log().info("No original is left.");
        }
    }

    private void store(Plan plan, CopyResult copied, double seconds, SourceSnapshot snapshot) throws SQLException {
        var statistics = RunStatistics.of(
                copied,
                table -> plan.filter().note(table, plan.conditions().containsKey(table)),
                clone.schemaChanges(),
                seconds,
                Catalogue.notCopied(snapshot.connection()));
        context.jdbi()
                .useHandle(handle ->
                        OperationChanges.statistics(handle, run.operation().id(), statistics));
    }
}
