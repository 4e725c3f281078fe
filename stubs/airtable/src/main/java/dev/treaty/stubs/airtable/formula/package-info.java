/** Formulas by which records are filtered: the part of Airtable's language that clients use. */
@NullMarked
package dev.treaty.stubs.airtable.formula;

import org.jspecify.annotations.NullMarked;
