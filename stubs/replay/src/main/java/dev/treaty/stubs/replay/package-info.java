/**
 * The engine: answers HTTP requests as contracts say.
 *
 * <p>{@link dev.treaty.stubs.replay.PactFile} reads contracts, {@link dev.treaty.stubs.replay.StubServer} replays them, and
 * a {@link dev.treaty.stubs.replay.ProviderStub} adds what a contract alone cannot say of its provider.
 *
 * <p>The way of a request: {@code Intake} hands it to WireMock; {@code ReplayStore}, which holds WireMock's stub mappings,
 * asks {@code Served}; {@code PathIndex} names the few interactions that the path allows; pact-jvm compares each with the
 * request; {@code Selection} chooses among those that match; {@code Answering} makes the answer. If none matches,
 * {@code NotMatched} says why.
 *
 * <p>Two places below a provider are taken: {@code POST /__messages}, where its messages are asked for, and, at its own
 * port, {@code /__admin}, WireMock's admin API.
 */
@NullMarked
package dev.treaty.stubs.replay;

import org.jspecify.annotations.NullMarked;
