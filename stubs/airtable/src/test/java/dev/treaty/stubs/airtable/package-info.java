/** Airtable's replay as clients see it. */
@NullMarked
package dev.treaty.stubs.airtable;

import org.jspecify.annotations.NullMarked;
