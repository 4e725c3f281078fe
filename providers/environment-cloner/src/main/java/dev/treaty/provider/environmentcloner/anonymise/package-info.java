/** Personal data become pseudonyms while they are copied, by a profile that says which columns hold them. */
@NullMarked
package dev.treaty.provider.environmentcloner.anonymise;

import org.jspecify.annotations.NullMarked;
