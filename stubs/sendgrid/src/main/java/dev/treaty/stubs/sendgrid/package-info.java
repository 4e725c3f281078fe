/**
 * SendGrid's replay: mail that reaches people who bounce, defer, complain and unsubscribe, what that changes for the next mail, and what the
 * event webhook reports about it.
 */
@NullMarked
package dev.treaty.stubs.sendgrid;

import org.jspecify.annotations.NullMarked;
