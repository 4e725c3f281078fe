/** The environments that are cloned and cloned into: what an operator configures, and what is found there. */
@NullMarked
package dev.treaty.provider.environmentcloner.environments;

import org.jspecify.annotations.NullMarked;
