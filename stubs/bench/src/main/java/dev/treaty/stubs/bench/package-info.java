/**
 * How fast the stub server is, beside its peers: {@code mvn -Pbench -pl stubs/bench -am -DskipTests package}.
 *
 * <p>{@link dev.treaty.stubs.bench.BenchCommand} starts each server as a process of its own and asks it with a {@link
 * dev.treaty.stubs.bench.LoadGenerator}; a {@link dev.treaty.stubs.bench.ResultRow} is one line of the table that comes out.
 */
@NullMarked
package dev.treaty.stubs.bench;

import org.jspecify.annotations.NullMarked;
