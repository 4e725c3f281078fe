/** Who may use the admin API, and what it reports besides WireMock's own pages: metrics, faults, the access log. */
@NullMarked
package dev.treaty.stubs.http.admin;

import org.jspecify.annotations.NullMarked;
