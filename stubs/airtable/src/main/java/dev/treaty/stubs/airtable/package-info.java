/** Airtable's replay: its bases, the records in them, and the webhooks that tell of changes. */
@NullMarked
package dev.treaty.stubs.airtable;

import org.jspecify.annotations.NullMarked;
