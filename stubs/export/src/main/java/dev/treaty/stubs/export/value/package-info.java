/** What a single text must be: a regex for each of Pact's rules, and what the regex misses. */
@NullMarked
package dev.treaty.stubs.export.value;

import org.jspecify.annotations.NullMarked;
