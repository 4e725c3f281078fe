/**
 * Sets of texts, and whether one contains another: {@link dev.treaty.pacts.compare.text.TextDifference} finds the shortest text that is in one
 * and not in the other, proves that there is none, or cannot say.
 */
@NullMarked
package dev.treaty.pacts.compare.text;

import org.jspecify.annotations.NullMarked;
