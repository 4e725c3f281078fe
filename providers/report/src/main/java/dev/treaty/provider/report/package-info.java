/** The summary at the end of the build: every contract and every interaction, verified or not. */
@NullMarked
package dev.treaty.provider.report;

import org.jspecify.annotations.NullMarked;
