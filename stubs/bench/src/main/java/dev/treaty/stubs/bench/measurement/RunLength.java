package dev.treaty.stubs.bench.measurement;

import java.time.Duration;

/**
 * How long a run measures.
 *
 * @param warmUp how long each server is asked before anything is measured
 * @param longestWarmUp how long it is asked at most while it still gets faster
 * @param round how long each server is asked in each round
 * @param rounds how many rounds there are; the servers take turns
 */
public record RunLength(Duration warmUp, Duration longestWarmUp, Duration round, int rounds) {}
