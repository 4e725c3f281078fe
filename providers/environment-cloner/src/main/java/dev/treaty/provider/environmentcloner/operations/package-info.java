/** Operations, clones and restorations, as they are stored: how far they are, what they logged, what they did. */
@NullMarked
package dev.treaty.provider.environmentcloner.operations;

import org.jspecify.annotations.NullMarked;
