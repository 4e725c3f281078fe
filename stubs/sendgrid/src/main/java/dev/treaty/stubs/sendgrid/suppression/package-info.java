/** To whom nothing is delivered, and why. */
@NullMarked
package dev.treaty.stubs.sendgrid.suppression;

import org.jspecify.annotations.NullMarked;
