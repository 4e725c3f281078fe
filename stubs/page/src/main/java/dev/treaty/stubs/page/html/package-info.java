/** Writes HTML, in which every text is escaped, and the addresses of the views. */
@NullMarked
package dev.treaty.stubs.page.html;

import org.jspecify.annotations.NullMarked;
