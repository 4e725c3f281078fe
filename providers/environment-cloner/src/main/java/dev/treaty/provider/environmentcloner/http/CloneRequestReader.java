package dev.treaty.provider.environmentcloner.http;

import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the body of {@code POST /clones}. What it lets through has the right types; whether there are such environments, systems and profiles is
 * for the operations to say.
 */
final class CloneRequestReader {

    private static final Set<String> MEMBERS =
            Set.of("source", "target", "systems", "anonymise", "backup", "validate", "maxAge");

    /** The first is meant by true. */
    private static final List<String> BACKUPS = List.of(BackupKind.DATABASE.word(), BackupKind.FILE.word());

    private CloneRequestReader() {}

    /**
     * What the request asks for. A backup is kept and the clone is validated unless it says otherwise.
     *
     * @throws dev.treaty.provider.service.problems.Problem 415 {@code unsupported-media-type}, 400 {@code unreadable-body}
     * @throws dev.treaty.provider.environmentcloner.refusals.InvalidClone with all members that are missing or of a wrong type
     */
    static CloneRequest read(Context context) {
        var body = RequestMembers.read(context, MEMBERS);
        var request = new CloneRequest(
                body.text("source"),
                body.text("target"),
                body.texts("systems"),
                body.optionalTextIn("anonymise", "profile"),
                body.wordOrFlag("backup", BACKUPS).map(word -> BackupKind.valueOf(word.toUpperCase(Locale.ROOT))),
                body.flag("validate", true),
                body.textOrTexts("maxAge", CloneRequest.ALL));
        body.check();
        return request;
    }
}
