/** Mail: which is accepted, what becomes of it, and when. */
@NullMarked
package dev.treaty.stubs.sendgrid.mail;

import org.jspecify.annotations.NullMarked;
