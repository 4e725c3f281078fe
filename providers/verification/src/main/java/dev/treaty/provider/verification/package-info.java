/**
 * Verification of providers: the classes to extend.
 *
 * <p>A verification takes these steps for each interaction. A {@link dev.treaty.provider.verification.contracts.ContractSource} loads
 * its contract, {@code InteractionTestProvider} makes a test of it, a
 * {@link dev.treaty.provider.verification.targets.VerificationTarget} sets up its states and gets a response,
 * {@link dev.treaty.provider.verification.comparison.ContractComparison} compares that with the contract,
 * {@link dev.treaty.provider.verification.comparison.ContractBroken} says what differs, and
 * {@link dev.treaty.provider.verification.report.ResultRecorder} records the result.
 */
@NullMarked
package dev.treaty.provider.verification;

import org.jspecify.annotations.NullMarked;
