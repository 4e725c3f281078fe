/** The interactions of the loaded contracts, and what each responds with. */
@NullMarked
package dev.treaty.stubs.matching.interaction;

import org.jspecify.annotations.NullMarked;
