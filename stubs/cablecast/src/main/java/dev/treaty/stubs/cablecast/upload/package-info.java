/** Files that are uploaded in segments. */
@NullMarked
package dev.treaty.stubs.cablecast.upload;

import org.jspecify.annotations.NullMarked;
