/** Routes and parameters. */
@NullMarked
package dev.treaty.stubs.vendor.request;

import org.jspecify.annotations.NullMarked;
