/** API keys, by which the vendors know who asks. */
@NullMarked
package dev.treaty.stubs.threatsources.key;

import org.jspecify.annotations.NullMarked;
