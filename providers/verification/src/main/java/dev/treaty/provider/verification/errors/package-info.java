/** How a verification reports what went wrong: in three lines, and without secrets. */
@NullMarked
package dev.treaty.provider.verification.errors;

import org.jspecify.annotations.NullMarked;
