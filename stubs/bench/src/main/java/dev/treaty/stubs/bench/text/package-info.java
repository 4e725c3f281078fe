/**
 * Numbers and tables as text.
 */
@NullMarked
package dev.treaty.stubs.bench.text;

import org.jspecify.annotations.NullMarked;
