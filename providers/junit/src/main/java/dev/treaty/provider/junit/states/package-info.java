/** Sets up the provider states that an interaction needs, and tears them down. */
@NullMarked
package dev.treaty.provider.junit.states;

import org.jspecify.annotations.NullMarked;
