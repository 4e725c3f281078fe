/**
 * The stub server. {@link dev.treaty.stubs.http.ReplayServer} starts it, and a {@link dev.treaty.stubs.http.provider.ProviderStub} adds what a
 * contract alone cannot say about its provider.
 *
 * <p>The way of a request: {@code ReplayHandler} reads it, asks {@code FaultInjection} whether something should go wrong and
 * {@code InteractionLookup} which interaction answers, and writes the response itself: a cached one if it is always the same, a
 * generated one, a message, or the explanation why no interaction matches. WireMock answers only what has been added through its
 * admin API, which is served under {@code /__admin}, and it shows every request in its journal.
 *
 * <p>People who open the main port's root in a browser get the page that {@code http.page} serves.
 *
 * <p>Two paths below a provider are reserved: {@code POST /__messages}, which responds with a message of the provider, and, at its own
 * port, {@code /__admin}.
 */
@NullMarked
package dev.treaty.stubs.http;

import org.jspecify.annotations.NullMarked;
