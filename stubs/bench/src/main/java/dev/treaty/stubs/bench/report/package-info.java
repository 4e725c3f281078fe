/**
 * Presents the figures of a run as a table, for a terminal, for the README and as JSON.
 */
@NullMarked
package dev.treaty.stubs.bench.report;

import org.jspecify.annotations.NullMarked;
