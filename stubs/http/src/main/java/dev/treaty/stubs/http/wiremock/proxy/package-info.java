/** Mappings that pass requests on to other servers. */
@NullMarked
package dev.treaty.stubs.http.wiremock.proxy;

import org.jspecify.annotations.NullMarked;
