package dev.treaty.consumer.environmentconsole.clones;

import java.time.Duration;

/**
 * A clone as it was a moment ago.
 *
 * @param current as it was then
 * @param lookAgainIn when it is worth looking again, as the service sees it
 */
public record Observation(EnvironmentClone current, Duration lookAgainIn) {}
