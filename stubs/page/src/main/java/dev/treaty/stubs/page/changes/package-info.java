/** The view of changes: what the comparison of contracts says. */
@NullMarked
package dev.treaty.stubs.page.changes;

import org.jspecify.annotations.NullMarked;
