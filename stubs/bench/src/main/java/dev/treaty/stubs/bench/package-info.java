/**
 * Measures how fast the stub server is, beside its peers: {@code mvn -Pbench -pl stubs/bench -am -DskipTests package}.
 *
 * <p>{@code load} sends requests and checks the responses, {@code workload} says which, {@code server} starts whatever is measured,
 * {@code measurement} takes the figures of one run, and {@code report} prints them. {@link dev.treaty.stubs.bench.BenchCommand} is the
 * command line.
 */
@NullMarked
package dev.treaty.stubs.bench;

import org.jspecify.annotations.NullMarked;
