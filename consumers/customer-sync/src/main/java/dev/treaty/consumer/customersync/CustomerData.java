package dev.treaty.consumer.customersync;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a customer.
 *
 * @param number by which a customer is known outside of Airtable; unique
 * @param service e.g. {@code "Residential"}; a choice of the table
 * @param monthlyFee in the currency of the table
 * @param since since when it is a customer
 */
public record CustomerData(
        String number,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> service,
        boolean active,
        Optional<BigDecimal> monthlyFee,
        Optional<LocalDate> since) {

    /** By which customers are merged in an upsert. */
    static final String NUMBER = "Customer number";

    /** The fields as Airtable calls them; null clears a field. */
    Map<String, Object> toFields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(NUMBER, number);
        fields.put("Name", name);
        fields.put("Email", email.orElse(null));
        fields.put("Phone", phone.orElse(null));
        fields.put("Service", service.orElse(null));
        fields.put("Active", active);
        fields.put("Monthly fee", monthlyFee.orElse(null));
        fields.put("Since", since.map(LocalDate::toString).orElse(null));
        return fields;
    }
}
