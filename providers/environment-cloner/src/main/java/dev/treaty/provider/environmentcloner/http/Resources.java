package dev.treaty.provider.environmentcloner.http;

import dev.treaty.provider.environmentcloner.backups.Backup;
import dev.treaty.provider.environmentcloner.clones.ClonePlan;
import dev.treaty.provider.environmentcloner.clones.PlannedTable;
import dev.treaty.provider.environmentcloner.inventory.EnvironmentCheck;
import dev.treaty.provider.environmentcloner.inventory.EnvironmentStatus;
import dev.treaty.provider.environmentcloner.operations.LogEntry;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationProgress;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Statistics;
import dev.treaty.provider.environmentcloner.operations.TableStatistics;
import dev.treaty.provider.environmentcloner.refusals.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API returns, as the members of JSON objects. A member without a value is left out. */
final class Resources {

    private Resources() {}

    static Map<String, Object> environment(EnvironmentStatus status) {
        var environment = status.environment();
        var members = new LinkedHashMap<String, Object>();
        members.put("id", environment.id());
        members.put("name", environment.name());
        members.put("kind", environment.kind().word());
        members.put("readOnly", environment.writer().isEmpty());
        members.put("canBeSource", environment.canBeSource());
        members.put("canBeTarget", environment.canBeTarget());
        members.put("state", status.state().word());
        status.schemaVersion().ifPresent(version -> members.put("schemaVersion", version));
        status.clonedFrom().ifPresent(source -> members.put("clonedFrom", source));
        status.clonedAt().ifPresent(time -> members.put("clonedAt", Times.text(time)));
        return members;
    }

    static Map<String, Object> check(EnvironmentCheck check) {
        var members = new LinkedHashMap<String, Object>();
        members.put("reachable", check.reachable());
        members.put("canRead", check.canRead());
        members.put("canWrite", check.canWrite());
        check.schemaVersion().ifPresent(version -> members.put("schemaVersion", version));
        members.put(
                "problems", check.problems().stream().map(ProblemDocuments::of).toList());
        return members;
    }

    static Map<String, Object> plan(ClonePlan plan) {
        var members = new LinkedHashMap<String, Object>();
        members.put(
                "tables", plan.tables().stream().map(Resources::plannedTable).toList());
        members.put("schemaChanges", plan.schemaChanges());
        members.put("unclassified", plan.unclassified());
        members.put("estimate", plan.estimate().toString());
        return members;
    }

    private static Map<String, Object> plannedTable(PlannedTable table) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", table.name());
        members.put("rows", table.rows());
        members.put("rules", table.rules());
        return members;
    }

    private static Map<String, Object> table(TableStatistics table) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", table.name());
        members.put("rows", table.rows());
        members.put("anonymised", table.anonymised());
        members.put("bytes", table.bytes());
        if (!table.note().isEmpty()) {
            members.put("note", table.note());
        }
        return members;
    }

    static Map<String, Object> clone(Operation clone) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", clone.id());
        clone.source().ifPresent(source -> members.put("source", source));
        members.put("target", clone.target());
        members.put("state", clone.state().word());
        if (!clone.state().isFinal()) {
            clone.phase().ifPresent(phase -> members.put("phase", phase.word()));
        }
        members.put("progress", progress(clone.progress()));
        clone.startedAt().ifPresent(time -> members.put("startedAt", Times.text(time)));
        clone.finishedAt().ifPresent(time -> members.put("finishedAt", Times.text(time)));
        clone.backup().ifPresent(backup -> members.put("backup", backup));
        clone.failure().ifPresent(failure -> {
            var problem = ProblemDocuments.of(failure);
            clone.phase().ifPresent(phase -> problem.put("phase", phase.word()));
            problem.put("rolledBack", clone.rolledBack());
            members.put("failure", problem);
        });
        return members;
    }

    private static Map<String, Object> progress(OperationProgress progress) {
        var members = new LinkedHashMap<String, Object>();
        members.put("percent", progress.percent());
        members.put("rows", progress.rows());
        members.put("rowsTotal", progress.rowsTotal());
        members.put("tables", progress.tables());
        members.put("tablesTotal", progress.tablesTotal());
        members.put("bytes", progress.bytes());
        return members;
    }

    static Map<String, Object> logEntry(LogEntry entry) {
        var members = new LinkedHashMap<String, Object>();
        members.put("number", entry.number());
        members.put("time", Times.text(entry.time()));
        members.put("level", entry.level().word());
        entry.phase().ifPresent(phase -> members.put("phase", phase.word()));
        members.put("message", entry.message());
        entry.table().ifPresent(table -> members.put("table", table));
        return members;
    }

    static Map<String, Object> statistics(Statistics statistics) {
        var members = new LinkedHashMap<String, Object>();
        members.put("tables", statistics.tables().stream().map(Resources::table).toList());
        members.put("schemaChanges", statistics.schemaChanges());
        members.put("duration", statistics.duration().toString());
        members.put("rowsPerSecond", statistics.rowsPerSecond());
        members.put("foreignKeysChecked", statistics.foreignKeysChecked());
        members.put("survivors", statistics.survivors());
        members.put("notCopied", statistics.notCopied());
        return members;
    }

    static Map<String, Object> backup(Backup backup) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", backup.id());
        members.put("environment", backup.environment());
        members.put("takenAt", Times.text(backup.takenAt()));
        members.put("size", backup.size());
        members.put("kind", backup.kind().word());
        backup.checksum().ifPresent(checksum -> members.put("checksum", checksum));
        members.put("state", backup.state().word());
        backup.schemaVersion().ifPresent(version -> members.put("schemaVersion", version));
        members.put("expiresAt", Times.text(backup.expiresAt()));
        return members;
    }

    /** @param restoration an operation of this kind, of the given backup */
    static Map<String, Object> restoration(Operation restoration, String backup) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", restoration.id());
        members.put("backup", backup);
        members.put("environment", restoration.target());
        members.put("state", state(restoration));
        members.put("startedAt", Times.text(restoration.startedAt().orElse(restoration.requestedAt())));
        restoration.finishedAt().ifPresent(time -> members.put("finishedAt", Times.text(time)));
        failure(restoration).ifPresent(failure -> members.put("failure", ProblemDocuments.of(failure)));
        return members;
    }

    private static Optional<Failure> failure(Operation restoration) {
        return restoration.state() == OperationState.CANCELLED
                ? restoration
                        .cancelledBy()
                        .map(somebody -> new Failure(
                                "restoration-was-cancelled",
                                "%s cancelled the restoration. %s is as it was."
                                        .formatted(somebody, restoration.target()),
                                "the restoration " + restoration.id(),
                                "restore the backup again if you want it nevertheless"))
                : restoration.failure();
    }

    /** A caller is told of three: whether it waits for its turn or is being undone makes no difference to it. */
    private static String state(Operation restoration) {
        return switch (restoration.state()) {
            case QUEUED, RUNNING, CANCELLING, ROLLING_BACK -> "running";
            case COMPLETED -> "completed";
            case CANCELLED, FAILED -> "failed";
        };
    }

    /** A page of a list. */
    static Map<String, Object> page(List<Map<String, Object>> items) {
        var members = new LinkedHashMap<String, Object>();
        members.put("items", items);
        return members;
    }
}
