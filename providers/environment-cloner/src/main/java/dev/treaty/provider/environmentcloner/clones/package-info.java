/** Clones as those see them who ask for one: requests, plans, and what can be done with a clone. */
@NullMarked
package dev.treaty.provider.environmentcloner.clones;

import org.jspecify.annotations.NullMarked;
