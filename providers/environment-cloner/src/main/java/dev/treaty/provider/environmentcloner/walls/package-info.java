/**
 * The five walls around production. Each is a class of its own and needs none of the others: nobody writes to production as long as one of
 * them stands.
 */
@NullMarked
package dev.treaty.provider.environmentcloner.walls;

import org.jspecify.annotations.NullMarked;
