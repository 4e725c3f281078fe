/** What every verification shares: target, provider states, reports. */
@NullMarked
package dev.treaty.provider.verification;

import org.jspecify.annotations.NullMarked;
