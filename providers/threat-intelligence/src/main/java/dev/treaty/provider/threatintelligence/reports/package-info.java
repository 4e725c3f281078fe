/** What callers report, and what each source makes of it. */
@NullMarked
package dev.treaty.provider.threatintelligence.reports;

import org.jspecify.annotations.NullMarked;
