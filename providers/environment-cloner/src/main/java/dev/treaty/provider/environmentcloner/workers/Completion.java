package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.backups.Backup;
import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.backups.BackupRows;
import dev.treaty.provider.environmentcloner.backups.BackupState;
import dev.treaty.provider.environmentcloner.backups.FileChecksum;
import dev.treaty.provider.environmentcloner.backups.StoredBackup;
import dev.treaty.provider.environmentcloner.copy.DatabaseFileReader;
import dev.treaty.provider.environmentcloner.copy.DatabaseFileWriter;
import dev.treaty.provider.environmentcloner.copy.StopSignal;
import dev.treaty.provider.environmentcloner.databases.DatabaseServer;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.events.ClonerEvent;
import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.LogRows;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationChanges;
import dev.treaty.provider.environmentcloner.operations.OperationKind;
import dev.treaty.provider.environmentcloner.operations.OperationRows;
import dev.treaty.provider.environmentcloner.schemas.SchemaHistory;
import dev.treaty.provider.service.RandomId;
import dev.treaty.provider.service.outbox.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What remains to be done when the databases are swapped: keep the former one as it was asked for, and say that the operation is completed. Every
 * step can be repeated, so that another worker can finish what a killed one began.
 */
final class Completion {

    private final WorkerContext context;
    private final Operation operation;
    private final OperationLog log;
    private final Environment target;
    private final EnvironmentDatabases databases;
    private final DatabaseServer server;
    private final DatabaseNames names;

    Completion(WorkerContext context, Operation operation, OperationLog log) {
        this.context = context;
        this.operation = operation;
        this.log = log;
        target = context.settings().environment(operation.target(), "the operation " + operation.id());
        databases = EnvironmentDatabases.ofOperation(operation.id());
        server = databases.server(target);
        names = DatabaseNames.of(operation, target);
    }

    /** Does it. */
    void complete() throws SQLException, IOException {
        server.admit(names.target());
        var kind = operation.options().backup().orElse("");
        var backup = kind.equals(BackupKind.FILE.word())
                ? file()
                : kind.equals(BackupKind.DATABASE.word()) ? database() : Optional.<StoredBackup>empty();
        if (backup.isEmpty() && !kind.isEmpty()) {
            log.warning("There is no backup: somebody else has removed the former database.");
        }
        if (!kind.equals(BackupKind.DATABASE.word())) {
            server.drop(names.former());
        }
        context.jdbi().useTransaction(handle -> complete(handle, backup.orElse(null)));
    }

    private void complete(Handle handle, @Nullable StoredBackup backup) {
        var now = context.clock().instant();
        var id = backup == null ? null : backup.backup().id();
        if (!OperationChanges.complete(handle, operation.id(), id, now)) {
            return;
        }
        if (backup != null) {
            BackupRows.insert(
                    handle,
                    backup,
                    backup.backup().expiresAt().minus(context.settings().expiryNotice()));
        }
        operation.restored().ifPresent(restored -> restored(handle, restored));
        LogRows.append(
                handle,
                operation.id(),
                LogLevel.INFO,
                "The new database is in the place of the former one.",
                Optional.empty(),
                now);
        var completed = OperationRows.find(handle, operation.id());
        Outbox.append(
                handle,
                operation.kind() == OperationKind.CLONE
                        ? ClonerEvent.completed(completed, id, now)
                        : ClonerEvent.restored(completed, now));
    }

    /** A database cannot be restored twice, and a file can. */
    private static void restored(Handle handle, String backup) {
        if (BackupRows.find(handle, backup).backup().kind() == BackupKind.DATABASE) {
            BackupRows.become(handle, backup, BackupState.RESTORED);
        }
    }

    private Optional<StoredBackup> database() throws SQLException {
        var former = server.find(names.former());
        if (former.isEmpty()) {
            return Optional.empty();
        }
        var version = version();
        server.lock(names.former());
        return Optional.of(new StoredBackup(
                backup(former.get().size(), Optional.empty(), BackupKind.DATABASE, version),
                names.former(),
                OptionalLong.of(former.get().oid())));
    }

    /** If the former database is gone, a worker that was killed then has written the file before. */
    private Optional<StoredBackup> file() throws SQLException, IOException {
        var name = "%s-%s.zip".formatted(operation.target(), operation.id());
        var file = context.settings().backups().resolve(name);
        if (server.exists(names.former())) {
            var version = version().orElse("");
            new DatabaseFileWriter(databases.forWriting(target, names.former()), version, new StopSignal()).write(file);
            log.info("The former database is in the file %s.".formatted(name));
        }
        return Files.exists(file) ? Optional.of(file(name, file)) : Optional.empty();
    }

    private StoredBackup file(String name, Path file) throws IOException {
        var version = Optional.of(DatabaseFileReader.schemaVersion(file)).filter(text -> !text.isEmpty());
        var backup = backup(Files.size(file), Optional.of(FileChecksum.of(file)), BackupKind.FILE, version);
        return new StoredBackup(backup, name, OptionalLong.empty());
    }

    private Backup backup(long size, Optional<String> checksum, BackupKind kind, Optional<String> version) {
        var now = context.clock().instant();
        return new Backup(
                RandomId.withPrefix("bak_"),
                target.id(),
                operation.id(),
                now,
                size,
                checksum,
                kind,
                BackupState.USABLE,
                version,
                now.plus(context.settings().backupAge()));
    }

    /** Of the former database, into which nobody else is let. */
    private Optional<String> version() throws SQLException {
        server.admit(names.former());
        try (var connection = databases.forWriting(target, names.former()).getConnection()) {
            return SchemaHistory.of(connection).version();
        }
    }
}
