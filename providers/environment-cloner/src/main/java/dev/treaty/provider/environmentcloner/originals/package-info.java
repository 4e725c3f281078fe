/** The proof that nothing of a source's personal data is left in its clone. */
@NullMarked
package dev.treaty.provider.environmentcloner.originals;

import org.jspecify.annotations.NullMarked;
