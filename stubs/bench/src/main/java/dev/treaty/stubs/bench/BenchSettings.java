package dev.treaty.stubs.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a run is made.
 *
 * @param jar the packaged stub server
 * @param serveArguments what its command line gets besides
 * @param warmUp how long each server is asked before anything is measured
 * @param round how long each server is asked in each round
 * @param rounds how many rounds there are; the servers take turns
 */
record BenchSettings(Path jar, List<String> serveArguments, Duration warmUp, Duration round, int rounds) {

    BenchSettings {
        serveArguments = List.copyOf(serveArguments);
    }
}
