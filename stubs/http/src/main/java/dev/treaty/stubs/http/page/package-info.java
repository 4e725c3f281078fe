/** Serves the page of the stub server at {@code /} of the main port: views, assets, events and forms. */
@NullMarked
package dev.treaty.stubs.http.page;

import org.jspecify.annotations.NullMarked;
