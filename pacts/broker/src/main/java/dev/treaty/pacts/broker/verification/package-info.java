/** What a provider's verification needs of a broker: which contracts, and where results go. */
@NullMarked
package dev.treaty.pacts.broker.verification;

import org.jspecify.annotations.NullMarked;
