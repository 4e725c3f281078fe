/** Copies the rows of a PostgreSQL database into another one with the same tables, and has PostgreSQL prove that all keys hold there. */
@NullMarked
package dev.treaty.provider.environmentcloner.copy;

import org.jspecify.annotations.NullMarked;
