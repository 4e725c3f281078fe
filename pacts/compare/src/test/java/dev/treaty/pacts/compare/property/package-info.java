/** The promise of compare, tried with random contracts and answers. */
@NullMarked
package dev.treaty.pacts.compare.property;

import org.jspecify.annotations.NullMarked;
