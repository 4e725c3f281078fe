package dev.treaty.provider.environmentcloner.backups;

import dev.treaty.provider.environmentcloner.checks.CloneChecks;
import dev.treaty.provider.environmentcloner.events.WallReports;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.LogLevel;
import dev.treaty.provider.environmentcloner.operations.LogRows;
import dev.treaty.provider.environmentcloner.operations.NewOperation;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationKind;
import dev.treaty.provider.environmentcloner.operations.OperationOptions;
import dev.treaty.provider.environmentcloner.operations.OperationQueue;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.refusals.BackupIsCorrupt;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.service.RandomId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What can be done with backups. Whatever is not done is a {@link dev.treaty.provider.environmentcloner.refusals.Refusal}. */
public final class Backups {

    private final Jdbi jdbi;
    private final ClonerSettings settings;
    private final CloneChecks checks;
    private final BackupIntegrity integrity;
    private final OperationQueue queue;
    private final WallReports reports;
    private final Runnable wake;
    private final Clock clock;

    /** @param wake has a worker look for what is queued */
    public Backups(
            Jdbi jdbi, ClonerSettings settings, CloneChecks checks, OperationQueue queue, Runnable wake, Clock clock) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.checks = checks;
        this.queue = queue;
        this.clock = clock;
        this.wake = wake;
        integrity = new BackupIntegrity(settings.backups());
        reports = new WallReports(jdbi, clock);
    }

    /** All, or those of one environment, the newest first. Expired and restored ones are among them. */
    public List<Backup> list(Optional<String> environment) {
        return jdbi.withHandle(handle -> BackupRows.list(handle, environment));
    }

    /** One of them. */
    public Backup find(String id) {
        return stored(id).backup();
    }

    private StoredBackup stored(String id) {
        return jdbi.withHandle(handle -> BackupRows.find(handle, id));
    }

    /**
     * Checks a backup and the database that it would replace, and queues its restoration, an operation as a clone is one.
     *
     * @param together what is stored in the same transaction
     */
    public Operation restore(String id, Requester requester, InTransaction together) {
        var stored = stored(id);
        var environment = stored.backup().environment();
        var what = "a restoration of %s to %s".formatted(id, environment);
        reports.attempt(requester, what, () -> checked(stored));
        var restoration = new NewOperation(
                RandomId.withPrefix("rst_"),
                OperationKind.RESTORATION,
                Optional.empty(),
                environment,
                OperationOptions.ofRestoration(),
                Optional.of(id),
                requester,
                clock.instant());
        var queued = jdbi.inTransaction(handle -> {
            var added = queue.add(handle, restoration);
            LogRows.append(
                    handle,
                    added.id(),
                    LogLevel.INFO,
                    "%s asked for %s.".formatted(requester.id(), what),
                    Optional.empty(),
                    clock.instant());
            together.run(handle, added);
            return added;
        });
        wake.run();
        return queued;
    }

    private StoredBackup checked(StoredBackup stored) {
        var environment = settings.environment(
                stored.backup().environment(), "the backup " + stored.backup().id());
        checks.checkRestoration(environment);
        try {
            integrity.require(stored, environment, clock.instant());
        } catch (BackupIsCorrupt corrupt) {
            jdbi.useHandle(handle -> BackupRows.become(handle, stored.backup().id(), BackupState.CORRUPT));
            throw corrupt;
        }
        return stored;
    }
}
