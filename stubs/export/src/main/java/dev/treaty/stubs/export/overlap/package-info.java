/** Which interactions accept the same request, and which of them responds. */
@NullMarked
package dev.treaty.stubs.export.overlap;

import org.jspecify.annotations.NullMarked;
