/**
 * Verification of providers, whoever starts it: a JUnit test ({@code providers/junit}) or the command {@code verify}.
 *
 * <p>It takes these steps. A {@link dev.treaty.provider.verification.contracts.VerificationPlan} loads the contracts and selects their
 * interactions. For each of them, {@link dev.treaty.provider.verification.InteractionVerification} has a
 * {@link dev.treaty.provider.verification.targets.VerificationTarget} set up its states and get a response;
 * {@link dev.treaty.provider.verification.comparison.ContractComparison} compares that with the contract, and
 * {@link dev.treaty.provider.verification.comparison.ContractBroken} says what differs. A
 * {@link dev.treaty.provider.verification.report.VerificationRun} records what came of it, for the reports and the broker.
 */
@NullMarked
package dev.treaty.provider.verification;

import org.jspecify.annotations.NullMarked;
