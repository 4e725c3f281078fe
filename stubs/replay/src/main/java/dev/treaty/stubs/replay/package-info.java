/**
 * The engine: answers HTTP requests as contracts say.
 *
 * <p>{@link dev.treaty.stubs.replay.PactFile} reads contracts, {@link dev.treaty.stubs.replay.ReplayServer} replays them, and
 * a {@link dev.treaty.stubs.replay.ProviderStub} adds what a contract alone cannot say of its provider.
 * {@link dev.treaty.stubs.replay.StubServer} is how a JUnit test asks for a server.
 *
 * <p>The way of a request: {@code Intake} reads it and asks {@code Served} who could answer; {@code PathIndex} names the few
 * interactions that are worth asking; pact-jvm compares each with the request; {@code Selection} chooses among those that match.
 * What is the same each time is then written from a {@code PreparedAnswer}. Everything else is handed over to WireMock, which
 * asks {@code ReplayStore} for the stub mapping and {@code Answering} for the answer. If none matches, {@code NotMatched} says
 * why.
 *
 * <p>Two places below a provider are taken: {@code POST /__messages}, where its messages are asked for, and, at its own
 * port, {@code /__admin}, WireMock's admin API.
 */
@NullMarked
package dev.treaty.stubs.replay;

import org.jspecify.annotations.NullMarked;
