package dev.treaty.stubs.server;

import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.UnreadablePactFile;
import dev.treaty.stubs.http.ReplayServer;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Prints which contracts were reloaded or removed while they are served, and which could not be read.
 *
 * @param removal how to say that a contract was removed
 */
record ChangePrinter(ReplayServer server, FileFindings checks, String removal, PrintWriter out, PrintWriter err) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    void print(PactChanges changes) {
        var now = now();
        for (var file : changes.read()) {
            out.printf("%s %s is live: %s, at %s%n", now, file.path(), interactions(file), server.url(file.provider()));
        }
        changes.removed().forEach(path -> out.printf("%s %s %s and is no longer served%n", now, path, removal));
        out.flush();
        for (var failure : changes.unreadable()) {
            err.printf("%s %s%n", now, failure.getMessage());
            err.printf(
                    "  until then: %s%n",
                    isServed(failure, changes) ? "its last good version stays live" : "it is not served");
        }
        var findings = checks.summary(changes.read());
        if (!findings.isEmpty()) {
            err.printf("%s %s%n", now, findings);
        }
        err.flush();
    }

    /** Prints what went wrong, or that it is right again. */
    static void print(String problem, PrintWriter err) {
        err.printf("%s %s%n", now(), problem);
        err.flush();
    }

    private static String now() {
        return TIME.format(LocalTime.now(ZoneId.systemDefault()));
    }

    private static String interactions(PactFile file) {
        return "%s of %s -> %s"
                .formatted(Quantity.of(file.interactions().size(), "interaction"), file.consumer(), file.provider());
    }

    /** Whether an earlier version of the file, or files of the folder, are still served. */
    private static boolean isServed(UnreadablePactFile failure, PactChanges changes) {
        return changes.contracts().stream().anyMatch(contract -> contract.path().startsWith(failure.path()));
    }
}
