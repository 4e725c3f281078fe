/** Records: read in pages, written with checked and cast values, linked both ways. */
@NullMarked
package dev.treaty.stubs.airtable.record;

import org.jspecify.annotations.NullMarked;
