/** Many addresses at once, whose verdicts come later. */
@NullMarked
package dev.treaty.provider.threatintelligence.analyses;

import org.jspecify.annotations.NullMarked;
