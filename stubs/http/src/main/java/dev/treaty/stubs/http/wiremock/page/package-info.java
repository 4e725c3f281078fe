/** Between WireMock and the page: its events as requests that were seen, and a mapping that a person adds. */
@NullMarked
package dev.treaty.stubs.http.wiremock.page;

import org.jspecify.annotations.NullMarked;
