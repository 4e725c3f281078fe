/** Brings the service to the provider states of its contracts, in the sample's databases and by its own operations. */
@NullMarked
package dev.treaty.provider.environmentcloner.states;

import org.jspecify.annotations.NullMarked;
