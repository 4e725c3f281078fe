/** A mapping in the making, and the account of each rule that went into it. */
@NullMarked
package dev.treaty.stubs.export.draft;

import org.jspecify.annotations.NullMarked;
