package dev.treaty.consumer.routeplanning;

import dev.treaty.consumer.http.Query;

/**
 * An address in its parts.
 *
 * @param number e.g. {@code "1"}
 * @param country its code (ISO 3166-1), e.g. {@code "de"}
 */
public record StreetAddress(String number, String street, String postcode, String place, String country) {

    Query toQuery() {
        return Query.of("address_number", number)
                .and("street", street)
                .and("postcode", postcode)
                .and("place", place)
                .and("country", country);
    }
}
