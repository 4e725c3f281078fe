/** The body of a request, by its media type: JSON as a schema, XML, forms, parts, and plain text. */
@NullMarked
package dev.treaty.stubs.export.body;

import org.jspecify.annotations.NullMarked;
