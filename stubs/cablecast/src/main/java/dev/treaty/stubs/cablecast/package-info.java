/** What a contract alone cannot say about Cablecast. */
@NullMarked
package dev.treaty.stubs.cablecast;

import org.jspecify.annotations.NullMarked;
