/** What the errors of a verification share: they fail a test, and never contain a secret. */
@NullMarked
package dev.treaty.provider.verification.errors;

import org.jspecify.annotations.NullMarked;
