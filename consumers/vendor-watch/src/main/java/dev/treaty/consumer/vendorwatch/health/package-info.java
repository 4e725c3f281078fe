/** What the last calls say of a vendor, and when that is worth an alert. */
@NullMarked
package dev.treaty.consumer.vendorwatch.health;

import org.jspecify.annotations.NullMarked;
