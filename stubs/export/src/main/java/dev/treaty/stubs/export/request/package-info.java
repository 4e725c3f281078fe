/** The request of a mapping: URL, headers, cookies, and the header that asks for a provider state. */
@NullMarked
package dev.treaty.stubs.export.request;

import org.jspecify.annotations.NullMarked;
