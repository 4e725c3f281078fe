package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.backups.BackupIntegrity;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.backups.BackupRows;
import dev.treaty.provider.environmentcloner.backups.StoredBackup;
import dev.treaty.provider.environmentcloner.copy.CopiedTable;
import dev.treaty.provider.environmentcloner.copy.CopyListener;
import dev.treaty.provider.environmentcloner.copy.DatabaseFileReader;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.environments.EnvironmentMarker;
import dev.treaty.provider.environmentcloner.operations.OperationChanges;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Restores a backup: puts it in the place of its environment's database, which is kept as a backup itself. */
final class RestorationRun {

    private final WorkerContext context;
    private final OperationRun run;
    private final StoredBackup backup;
    private final Environment target;
    private final EnvironmentDatabases databases;
    private final DatabaseNames names;

    private RestorationRun(WorkerContext context, OperationRun run, StoredBackup backup, Environment target) {
        this.context = context;
        this.run = run;
        this.backup = backup;
        this.target = target;
        databases = EnvironmentDatabases.ofOperation(run.operation().id());
        names = DatabaseNames.of(run.operation(), target);
    }

    /** Restores the backup that an operation names, up to and with the swap. */
    static void execute(WorkerContext context, OperationRun run) throws SQLException, IOException {
        var operation = run.operation();
        var id = operation.restored().orElseThrow();
        var backup = context.jdbi().withHandle(handle -> BackupRows.find(handle, id));
        var target = context.settings().environment(operation.target(), "the backup " + id);
        context.checks().checkRestoration(target);
        new BackupIntegrity(context.settings().backups())
                .require(backup, target, context.clock().instant());
        new RestorationRun(context, run, backup, target).restore();
    }

    private void restore() throws SQLException, IOException {
        if (backup.backup().kind() == BackupKind.DATABASE) {
            swap(backup.location());
        } else {
            build();
            swap(names.next());
        }
    }

    private void swap(String successor) throws SQLException {
        run.enter(OperationPhase.SWAPPING);
        databases.server(target).swap(names.target(), successor, names.former());
    }

    /** From the file. */
    private void build() throws SQLException, IOException {
        run.enter(OperationPhase.MIGRATING);
        var marker = new EnvironmentMarker(
                target.id(),
                target.kind().word(),
                Optional.of(run.operation().id()),
                Optional.empty(),
                Optional.empty());
        new NextDatabase(context, run, target, databases, names)
                .create(backup.backup().schemaVersion().orElseThrow(), marker);
        run.enter(OperationPhase.COPYING);
        var next = databases.forWriting(target, names.next());
        var listener = new CopyListener() {
            @Override
            public void copied(CopiedTable table) {
                run.log()
                        .table(
                                "%d rows are restored.".formatted(table.rows()),
                                table.name().toString());
            }

            @Override
            public void indexing() {
                run.enter(OperationPhase.INDEXING);
            }
        };
        var began = System.nanoTime();
        var restored = new DatabaseFileReader(next, run.progress(), run.stop(), listener)
                .read(context.settings().backups().resolve(backup.location()));
        run.enter(OperationPhase.VALIDATING);
        var validation = new Validation(next, run);
        validation.requireRows(restored.tables());
        validation.requireKeys();
        var seconds = (System.nanoTime() - began) / 1e9;
        var statistics = RunStatistics.of(restored, table -> "", List.of(), seconds, List.of());
        context.jdbi()
                .useHandle(handle ->
                        OperationChanges.statistics(handle, run.operation().id(), statistics));
    }
}
