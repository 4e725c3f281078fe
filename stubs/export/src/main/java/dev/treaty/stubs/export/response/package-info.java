/** The response of a mapping, and generators as WireMock's templates. */
@NullMarked
package dev.treaty.stubs.export.response;

import org.jspecify.annotations.NullMarked;
