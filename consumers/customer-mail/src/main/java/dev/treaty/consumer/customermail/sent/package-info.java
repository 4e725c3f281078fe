/** What was handed to SendGrid, so that nothing is sent twice. */
@NullMarked
package dev.treaty.consumer.customermail.sent;

import org.jspecify.annotations.NullMarked;
