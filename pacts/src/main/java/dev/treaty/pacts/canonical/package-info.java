/** Reads contracts without losing anything, and writes them in canonical form. */
@NullMarked
package dev.treaty.pacts.canonical;

import org.jspecify.annotations.NullMarked;
