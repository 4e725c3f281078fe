/** Applications: where calls and messages go, under a name of their own. */
@NullMarked
package dev.treaty.stubs.twilio.application;

import org.jspecify.annotations.NullMarked;
