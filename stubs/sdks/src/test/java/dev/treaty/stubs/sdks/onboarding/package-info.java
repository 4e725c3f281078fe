/** One flow over all external services, with the clients of the consumers, against the packaged stub server. */
@NullMarked
package dev.treaty.stubs.sdks.onboarding;

import org.jspecify.annotations.NullMarked;
