/** What all of Samsara's features share: answers and refusals, ids, parameters, pages and cursors. */
@NullMarked
package dev.treaty.stubs.samsara.api;

import org.jspecify.annotations.NullMarked;
