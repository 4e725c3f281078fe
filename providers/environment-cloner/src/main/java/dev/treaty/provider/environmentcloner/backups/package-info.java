/** Former databases of targets, which can be restored. */
@NullMarked
package dev.treaty.provider.environmentcloner.backups;

import org.jspecify.annotations.NullMarked;
