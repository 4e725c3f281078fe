package dev.treaty.provider.environmentcloner.states;

import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Requester;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Backups of the sample's environments, each made by a clone. */
final class SampleBackups {

    private static final Requester SOMEBODY = new Requester("usr_42");

    /** A target: nobody can clone into production in order to get a backup of it. */
    private static final String ANY_TARGET = "training";

    private final Jdbi jdbi;
    private final SampleClones clones;
    private final Path files;

    /**
     * Backups of a service.
     *
     * @param jdbi the service's own database
     * @param files the folder for those that are files
     */
    SampleBackups(Jdbi jdbi, SampleClones clones, Path files) {
        this.jdbi = jdbi;
        this.clones = clones;
        this.files = files;
    }

    /** Makes one of the kind and in the condition that a state names; returns its id. */
    String create(StateParameters state) {
        var environment = state.text("environment");
        var isOfProduction = environment.equals(SampleClones.PRODUCTION);
        var id = made(isOfProduction ? ANY_TARGET : environment, kind(state));
        if (isOfProduction) {
            // As if an operator had declared a former target to be production.
            update("UPDATE backup SET environment = ? WHERE id = ?", environment, id);
        }
        switch (state.text("state")) {
            case "usable" -> {}
            case "corrupt" -> corrupt(id);
            case "expired" -> expire(id);
            default -> throw state.wrong("state");
        }
        return id;
    }

    /** Makes one of which it has been announced that it expires; returns its id. */
    String expiringSoon(StateParameters state) {
        var id = made(state.text("environment"), BackupKind.DATABASE);
        update("UPDATE backup SET notice_at = now() WHERE id = ?", id);
        Awaiting.value(
                "notice that %s expires".formatted(id),
                () -> found("SELECT id FROM backup WHERE id = :id AND notice_at IS NULL", id));
        return id;
    }

    private String made(String target, BackupKind kind) {
        var started = clones.start(SampleClones.request(SampleClones.PRODUCTION, target, kind), SOMEBODY);
        return clones.over(started, OperationState.COMPLETED).backup().orElseThrow();
    }

    private static BackupKind kind(StateParameters state) {
        return switch (state.text("kind")) {
            case "file" -> BackupKind.FILE;
            case "database" -> BackupKind.DATABASE;
            default -> throw state.wrong("kind");
        };
    }

    /** Changes a byte in the middle of its file. */
    private void corrupt(String id) {
        var location = found("SELECT location FROM backup WHERE id = :id", id).orElseThrow();
        try (var file = new RandomAccessFile(files.resolve(location).toFile(), "rw")) {
            file.seek(file.length() / 2);
            var flipped = file.read() ^ 1;
            file.seek(file.length() / 2);
            file.write(flipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expire(String id) {
        update("UPDATE backup SET expires_at = now() WHERE id = ?", id);
        Awaiting.value("end of " + id, () -> found("SELECT id FROM backup WHERE id = :id AND state = 'expired'", id));
    }

    private void update(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }

    private Optional<String> found(String sql, String id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(String.class).findOne());
    }
}
