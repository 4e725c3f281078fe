package dev.treaty.provider.environmentcloner.http;

import java.util.Map;

/**
 * A kind of problem: it has one type, one status and one title. That of an operation that failed after it had been accepted is a response to no
 * request, so its status does not matter.
 *
 * @param title for people, without a full stop
 */
record ProblemKind(int status, String title) {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;

    private static final ProblemKind OTHER = new ProblemKind(FAILED, "The operation failed");

    private static final Map<String, ProblemKind> KINDS = Map.ofEntries(
            Map.entry("environment-not-found", new ProblemKind(NOT_FOUND, "There is no such environment")),
            Map.entry("clone-not-found", new ProblemKind(NOT_FOUND, "There is no such clone")),
            Map.entry("backup-not-found", new ProblemKind(NOT_FOUND, "There is no such backup")),
            Map.entry("production-is-never-a-target", new ProblemKind(FORBIDDEN, "Production is never a target")),
            Map.entry("source-is-not-read-only", new ProblemKind(FORBIDDEN, "The source could be written to")),
            Map.entry("target-is-being-cloned", new ProblemKind(CONFLICT, "The target is being cloned into")),
            Map.entry("clone-is-over", new ProblemKind(CONFLICT, "The clone is over")),
            Map.entry("restoration-is-over", new ProblemKind(CONFLICT, "The restoration is over")),
            Map.entry("clone-is-running", new ProblemKind(CONFLICT, "The clone is not over")),
            Map.entry("backup-is-corrupt", new ProblemKind(CONFLICT, "The backup is corrupt")),
            Map.entry("backup-is-restored", new ProblemKind(CONFLICT, "The backup is restored already")),
            Map.entry("backup-is-expired", new ProblemKind(GONE, "The backup has expired")),
            Map.entry("invalid-clone", new ProblemKind(UNPROCESSABLE, "The request is for no possible clone")),
            Map.entry("unknown-profile", new ProblemKind(UNPROCESSABLE, "There is no such anonymisation profile")),
            Map.entry(
                    "invalid-profile", new ProblemKind(UNPROCESSABLE, "The anonymisation profile cannot be followed")),
            Map.entry(
                    "unclassified-columns",
                    new ProblemKind(UNPROCESSABLE, "Columns look personal and are in no profile")),
            Map.entry(
                    "schema-is-unknown",
                    new ProblemKind(
                            UNPROCESSABLE, "The application of the target does not know the schema of the source")),
            Map.entry("source-is-not-readable", new ProblemKind(UNPROCESSABLE, "The source cannot be read as a whole")),
            Map.entry("target-is-not-replaceable", new ProblemKind(UNPROCESSABLE, "The target cannot be replaced")),
            Map.entry("too-many-clones", new ProblemKind(TOO_MANY, "Too many clones are waiting")),
            Map.entry("environment-unreachable", new ProblemKind(UNAVAILABLE, "An environment is unreachable")),
            Map.entry("schema-migration-failed", new ProblemKind(FAILED, "The schema could not be migrated")),
            Map.entry("row-counts-differ", new ProblemKind(FAILED, "The copy lacks rows, or has too many")),
            Map.entry("keys-do-not-hold", new ProblemKind(FAILED, "A foreign key of the copy does not hold")),
            Map.entry("originals-survived", new ProblemKind(FAILED, "Personal data survived the anonymisation")),
            Map.entry("swap-failed", new ProblemKind(FAILED, "The databases could not be swapped")),
            Map.entry("database-failed", new ProblemKind(FAILED, "A database failed")),
            Map.entry("files-failed", new ProblemKind(FAILED, "A file could not be read or written")),
            Map.entry("service-was-stopped", new ProblemKind(FAILED, "The service was stopped")),
            Map.entry("restoration-was-cancelled", new ProblemKind(FAILED, "Somebody cancelled the restoration")),
            Map.entry("worker-died", new ProblemKind(FAILED, "The process that worked on it died")));

    /** The kind with this slug, which is the last part of its type. */
    static ProblemKind of(String slug) {
        return KINDS.getOrDefault(slug, OTHER);
    }
}
