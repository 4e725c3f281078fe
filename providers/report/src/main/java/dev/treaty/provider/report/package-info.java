/** What the build found: every contract, verified or not. */
@NullMarked
package dev.treaty.provider.report;

import org.jspecify.annotations.NullMarked;
