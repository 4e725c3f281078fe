/** What is watched: a YAML file, a file of what was used, and a file in which the watch remembers. */
@NullMarked
package dev.treaty.consumer.vendorwatch.settings;

import org.jspecify.annotations.NullMarked;
