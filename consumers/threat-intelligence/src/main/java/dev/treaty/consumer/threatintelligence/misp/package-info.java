/** What an instance of MISP knows from its events, and what is added to them. */
@NullMarked
package dev.treaty.consumer.threatintelligence.misp;

import org.jspecify.annotations.NullMarked;
