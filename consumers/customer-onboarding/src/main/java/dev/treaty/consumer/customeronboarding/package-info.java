/**
 * A new customer of the waste management company, in all its external services: an account at Stripe, a place on the map, a record in
 * Airtable, a stop of a Samsara route, a welcome by mail and by SMS. It uses the clients of the other consumers, so what was recorded is what
 * runs.
 */
@NullMarked
package dev.treaty.consumer.customeronboarding;

import org.jspecify.annotations.NullMarked;
