/**
 * What every error message in this repository shares: its three lines ({@link dev.treaty.pacts.errors.ErrorMessage}), which names
 * belong to secrets ({@link dev.treaty.pacts.errors.SecretNames}), and which known name was probably meant
 * ({@link dev.treaty.pacts.errors.Similarity}).
 *
 * <p>Depends on nothing, so that clients and services can use it without pact-jvm.
 */
@NullMarked
package dev.treaty.pacts.errors;

import org.jspecify.annotations.NullMarked;
