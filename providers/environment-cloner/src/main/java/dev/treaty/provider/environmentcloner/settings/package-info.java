/** What an operator decides about clones. */
@NullMarked
package dev.treaty.provider.environmentcloner.settings;

import org.jspecify.annotations.NullMarked;
