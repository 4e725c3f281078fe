package dev.treaty.consumer.environmentconsole.backups;

import dev.treaty.consumer.environmentconsole.connection.ClonerConnection;
import dev.treaty.consumer.environmentconsole.connection.ClonerRequest;
import java.util.List;

/** The backups of all environments. Every method may throw a {@link dev.treaty.consumer.environmentconsole.connection.ClonerFailure}. */
public final class Backups {

    private static final String PATH = "/backups";

    private final ClonerConnection cloner;

    public Backups(ClonerConnection cloner) {
        this.cloner = cloner;
    }

    /** Lists the backups of an environment, the newest first. */
    public List<Backup> of(String environment) {
        return cloner.send(ClonerRequest.get(PATH + "?environment=" + ClonerRequest.encoded(environment)))
                .document(200)
                .list("items", Backup::of);
    }

    /** Starts to restore a backup; it may be over already when this returns. */
    public Restoration restore(String id) {
        return Restoration.of(
                cloner.send(ClonerRequest.post(path(id) + "/restorations")).document(202));
    }

    /** A restoration as it is now. */
    public Restoration restoration(String backup, String id) {
        return Restoration.of(
                cloner.send(ClonerRequest.get(path(backup) + "/restorations/" + ClonerRequest.encoded(id)))
                        .document(200));
    }

    private static String path(String id) {
        return PATH + "/" + ClonerRequest.encoded(id);
    }
}
