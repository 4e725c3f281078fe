/** Verifies that Airtable, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.airtable;

import org.jspecify.annotations.NullMarked;
