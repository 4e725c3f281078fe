/** Transactional templates, and how they are filled. */
@NullMarked
package dev.treaty.stubs.sendgrid.template;

import org.jspecify.annotations.NullMarked;
