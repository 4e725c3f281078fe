/** OpenAPI documents (specification 3.0 and 3.1), as vendors publish them. */
@NullMarked
package dev.treaty.pacts.conformance.document;

import org.jspecify.annotations.NullMarked;
