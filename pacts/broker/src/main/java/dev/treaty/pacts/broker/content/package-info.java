/** The contracts at a broker, for those who read them, e.g. to replay them. */
@NullMarked
package dev.treaty.pacts.broker.content;

import org.jspecify.annotations.NullMarked;
