/** Verifies that SendGrid, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.sendgrid;

import org.jspecify.annotations.NullMarked;
