/**
 * Which interactions of two versions of a contract belong together, and what each change asks of the provider:
 * {@link dev.treaty.pacts.compare.interaction.ContractComparison}.
 */
@NullMarked
package dev.treaty.pacts.compare.interaction;

import org.jspecify.annotations.NullMarked;
