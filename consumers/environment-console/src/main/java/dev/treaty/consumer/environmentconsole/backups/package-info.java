/** Backups: what environments were before they were cloned into, and how to have it back. */
@NullMarked
package dev.treaty.consumer.environmentconsole.backups;

import org.jspecify.annotations.NullMarked;
