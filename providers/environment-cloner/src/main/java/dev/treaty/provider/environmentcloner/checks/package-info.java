/** What has to hold before anything is copied: asked when a clone is requested, and again when it begins. */
@NullMarked
package dev.treaty.provider.environmentcloner.checks;

import org.jspecify.annotations.NullMarked;
