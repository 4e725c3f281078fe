/** What a person sees of the stub server's page, in a real browser. */
@NullMarked
package dev.treaty.stubs.browser;

import org.jspecify.annotations.NullMarked;
