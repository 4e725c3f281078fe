/** What WireMock's admin API cannot use: says so in plain words, and refuses it in time. */
@NullMarked
package dev.treaty.stubs.http.wiremock.admin;

import org.jspecify.annotations.NullMarked;
