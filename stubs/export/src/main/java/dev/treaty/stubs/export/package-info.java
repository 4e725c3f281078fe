/**
 * Contracts as plain mappings, for teams that run stock WireMock and cannot add pact-jvm to it.
 *
 * <p>{@link dev.treaty.stubs.export.Export} is the door: it makes the mappings, says what became of each rule, and writes both.
 * {@link dev.treaty.stubs.export.draft.Deviation} names each kind of difference; {@code DeviationTest} shows each of them with
 * a
 * request that pact-jvm and stock WireMock judge differently. {@link dev.treaty.stubs.export.overlap.Overlaps} finds the
 * interactions that accept the same request.
 *
 * <p>An interaction becomes a {@code MappingDraft}: {@code RequestMapping} fills in its URL, headers, cookies and body, each of
 * which asks {@code TextTranslation} or {@code JsonSchema} about single values; {@code ResponseMapping} makes the response;
 * {@code InteractionMapping} puts them together, and {@code ExportDirectory} writes the files.
 */
@NullMarked
package dev.treaty.stubs.export;

import org.jspecify.annotations.NullMarked;
