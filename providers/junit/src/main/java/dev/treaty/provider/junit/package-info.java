/**
 * Verification as JUnit tests: the classes to extend, one test per interaction. {@code InteractionTestProvider} makes the tests,
 * {@link dev.treaty.provider.verification.InteractionVerification} is what each of them does, and {@code ResultRecorder} writes the
 * reports.
 */
@NullMarked
package dev.treaty.provider.junit;

import org.jspecify.annotations.NullMarked;
