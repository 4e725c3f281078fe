/**
 * Contracts as plain mappings, for whoever runs stock WireMock and cannot have pact-jvm in it.
 *
 * <p>{@link dev.treaty.stubs.export.Export} makes the mappings and, of each rule, says what it became and what is lost:
 * {@link dev.treaty.stubs.export.Loss} names each kind of loss, and {@code LossTest} shows each of them with a request that
 * pact-jvm and stock WireMock judge differently. {@link dev.treaty.stubs.export.Contention} knows which interactions contend for
 * a request.
 *
 * <p>The way of an interaction: {@code RequestMapping} asks {@code PathRules}, {@code QueryRules}, {@code HeaderRules} and
 * {@code BodyRules}, and these ask {@code TextRules} or {@code JsonSchema} about each value; {@code ResponseMapping} makes
 * the answer; {@code ExportDirectory} writes.
 */
@NullMarked
package dev.treaty.stubs.export;

import org.jspecify.annotations.NullMarked;
