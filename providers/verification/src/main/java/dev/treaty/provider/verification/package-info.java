/**
 * What every verification shares: which interactions are asked, whom they are asked, how an answer is compared, and what
 * is left behind for the report.
 *
 * <p>The way of one interaction: {@link dev.treaty.provider.verification.ContractInteractions} hands it to the test,
 * a {@link dev.treaty.provider.verification.Target} gets an answer, {@link dev.treaty.provider.verification.Differences}
 * compares, {@link dev.treaty.provider.verification.ContractBroken} tells.
 */
@NullMarked
package dev.treaty.provider.verification;

import org.jspecify.annotations.NullMarked;
