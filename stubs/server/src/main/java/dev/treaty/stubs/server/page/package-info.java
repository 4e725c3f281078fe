/** What the page of a served folder shows beside what the server knows. */
@NullMarked
package dev.treaty.stubs.server.page;

import org.jspecify.annotations.NullMarked;
