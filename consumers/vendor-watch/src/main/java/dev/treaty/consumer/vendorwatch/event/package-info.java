/** What the watch publishes: CloudEvents 1.0, written to a file or posted to a URL. */
@NullMarked
package dev.treaty.consumer.vendorwatch.event;

import org.jspecify.annotations.NullMarked;
