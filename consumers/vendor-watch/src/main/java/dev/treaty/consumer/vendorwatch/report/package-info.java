/** What the watch prints: a table, JSON, or Prometheus metrics. */
@NullMarked
package dev.treaty.consumer.vendorwatch.report;

import org.jspecify.annotations.NullMarked;
