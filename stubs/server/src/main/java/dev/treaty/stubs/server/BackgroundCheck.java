package dev.treaty.stubs.server;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/**
 * Says what cannot be served as written, while requests are answered. It waits for an idle moment, because it asks each interaction's
 * own example of pact-jvm, which takes as much processor time as several thousand of the first requests.
 */
record BackgroundCheck(ReplayServer server, List<PactFile> contracts, FileFindings checks, PrintWriter err) {

    private static final Duration IDLE = Duration.ofMillis(400);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    void start() {
        var thread = new Thread(this::run, "contract-check");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            if (server.awaitIdle(IDLE, LONGEST_WAIT)) {
                print(checks.summary(contracts));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(String summary) {
        if (!summary.isEmpty()) {
            err.println(summary);
            err.flush();
        }
    }
}
