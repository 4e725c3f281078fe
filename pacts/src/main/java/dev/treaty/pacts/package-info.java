/**
 * The contracts, and the rules of a contract file.
 *
 * <p>{@link dev.treaty.pacts.PactsCommand} turns what the consumers recorded into {@code pacts/<consumer>-<provider>.json},
 * always the same bytes for the same contract; {@link dev.treaty.pacts.Contracts} reads these files for those who verify or
 * replay them.
 */
@NullMarked
package dev.treaty.pacts;

import org.jspecify.annotations.NullMarked;
