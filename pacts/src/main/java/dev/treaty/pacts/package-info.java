/**
 * The command that turns what the consumers recorded into {@code pacts/<consumer>-<provider>.json}, always with the same bytes for
 * the same contract.
 */
@NullMarked
package dev.treaty.pacts;

import org.jspecify.annotations.NullMarked;
