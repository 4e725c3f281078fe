/** What the tests of the features share: accounts with the replay, and an application that gets events. */
@NullMarked
package dev.treaty.stubs.sendgrid.testing;

import org.jspecify.annotations.NullMarked;
