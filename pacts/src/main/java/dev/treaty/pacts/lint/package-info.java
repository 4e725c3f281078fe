/** The rules that every contract has to follow. */
@NullMarked
package dev.treaty.pacts.lint;

import org.jspecify.annotations.NullMarked;
