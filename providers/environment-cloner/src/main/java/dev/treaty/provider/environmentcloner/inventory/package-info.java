/** What the configured environments are like now. */
@NullMarked
package dev.treaty.provider.environmentcloner.inventory;

import org.jspecify.annotations.NullMarked;
