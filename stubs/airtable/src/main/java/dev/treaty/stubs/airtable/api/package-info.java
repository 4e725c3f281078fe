/** What all of Airtable's API shares: ids, times, errors. */
@NullMarked
package dev.treaty.stubs.airtable.api;

import org.jspecify.annotations.NullMarked;
