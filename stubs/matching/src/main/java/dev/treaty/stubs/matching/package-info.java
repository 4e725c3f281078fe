/**
 * Which interaction answers a request: {@link dev.treaty.stubs.matching.InteractionLookup} narrows the interactions down with an
 * index, has pact-jvm compare the request with those few, and {@link dev.treaty.stubs.matching.Selection} chooses among those that
 * match.
 *
 * <p>Knows pact-jvm, but neither an HTTP server nor WireMock.
 */
@NullMarked
package dev.treaty.stubs.matching;

import org.jspecify.annotations.NullMarked;
