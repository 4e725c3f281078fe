/** What a contract expects compared with what a provider did, by pact-jvm's matching, and how the result is reported. */
@NullMarked
package dev.treaty.provider.verification.comparison;

import org.jspecify.annotations.NullMarked;
