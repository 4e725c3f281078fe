/** Turns recordings into contract files. */
@NullMarked
package dev.treaty.pacts.refresh;

import org.jspecify.annotations.NullMarked;
