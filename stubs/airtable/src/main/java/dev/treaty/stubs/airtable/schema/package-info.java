/** Bases, their tables, and the typed fields of tables. */
@NullMarked
package dev.treaty.stubs.airtable.schema;

import org.jspecify.annotations.NullMarked;
