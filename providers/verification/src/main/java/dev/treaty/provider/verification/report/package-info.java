/** The results of a verification: recorded for the build, written as a report, and published to a broker. */
@NullMarked
package dev.treaty.provider.verification.report;

import org.jspecify.annotations.NullMarked;
