/** The stub server's web page: HTML for a URL, made from what the server knows. It knows no HTTP server. */
@NullMarked
package dev.treaty.stubs.page;

import org.jspecify.annotations.NullMarked;
