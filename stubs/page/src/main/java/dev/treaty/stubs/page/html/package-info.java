/** The addresses of the views, and the fields of forms. */
@NullMarked
package dev.treaty.stubs.page.html;

import org.jspecify.annotations.NullMarked;
