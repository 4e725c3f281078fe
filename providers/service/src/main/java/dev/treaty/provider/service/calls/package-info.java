/** Calls to other services. */
@NullMarked
package dev.treaty.provider.service.calls;

import org.jspecify.annotations.NullMarked;
