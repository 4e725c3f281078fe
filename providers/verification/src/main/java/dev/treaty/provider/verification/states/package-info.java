/** How a provider is brought into the state that an interaction needs, and out of it again. */
@NullMarked
package dev.treaty.provider.verification.states;

import org.jspecify.annotations.NullMarked;
