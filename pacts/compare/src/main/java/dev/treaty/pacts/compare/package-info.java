/**
 * The command {@code compare}: whom a change of contracts can break. Semantics: {@code pacts/README.md}.
 *
 * <p>{@code source} reads the contracts, {@code interaction} pairs them, {@code answer} compares what they accept, with {@code json}, {@code text}
 * and {@code regex}, and {@code report} writes down what was found.
 */
@NullMarked
package dev.treaty.pacts.compare;

import org.jspecify.annotations.NullMarked;
