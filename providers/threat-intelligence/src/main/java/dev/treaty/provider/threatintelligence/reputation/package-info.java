/** Verdicts about addresses, what is kept of them, and who asked. */
@NullMarked
package dev.treaty.provider.threatintelligence.reputation;

import org.jspecify.annotations.NullMarked;
