/**
 * What every verification shares: which interactions are asked, whom they are asked, how an answer is compared, and what
 * is left behind for the report and told to the broker.
 *
 * <p>The way of one interaction: a {@link dev.treaty.provider.verification.ContractSource} has it,
 * {@link dev.treaty.provider.verification.ContractInteractions} hands it to the test, a
 * {@link dev.treaty.provider.verification.Target} brings about its states and gets an answer,
 * {@link dev.treaty.provider.verification.Differences} compares, {@link dev.treaty.provider.verification.ContractBroken} tells,
 * {@link dev.treaty.provider.verification.VerificationResults} leaves it behind.
 */
@NullMarked
package dev.treaty.provider.verification;

import org.jspecify.annotations.NullMarked;
