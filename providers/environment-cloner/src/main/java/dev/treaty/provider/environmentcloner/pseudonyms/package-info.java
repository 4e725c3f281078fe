/** What stands for personal data in a clone: names, addresses, numbers and texts that belong to nobody. */
@NullMarked
package dev.treaty.provider.environmentcloner.pseudonyms;

import org.jspecify.annotations.NullMarked;
