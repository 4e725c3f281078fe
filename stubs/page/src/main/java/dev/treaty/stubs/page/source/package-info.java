/** What the page shows, as the server hands it in. */
@NullMarked
package dev.treaty.stubs.page.source;

import org.jspecify.annotations.NullMarked;
