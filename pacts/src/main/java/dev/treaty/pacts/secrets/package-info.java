/** Recognizes credentials in recorded values. */
@NullMarked
package dev.treaty.pacts.secrets;

import org.jspecify.annotations.NullMarked;
