/** The view of requests: the journal, and why a request missed. */
@NullMarked
package dev.treaty.stubs.page.requests;

import org.jspecify.annotations.NullMarked;
