package dev.treaty.consumer.customersync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A customer in Airtable.
 *
 * @param id of the record, e.g. {@code "recErika000000001"}
 */
public record Customer(String id, CustomerData data) {

    /** A record as Airtable sends it. It leaves empty cells out, even the name, and a checkbox that is off. */
    record OnWire(String id, Fields fields) {

        Customer toCustomer() {
            return new Customer(id, fields.toData());
        }
    }

    /** The fields of a record; each may be empty. */
    record Fields(
            @JsonProperty(CustomerData.NUMBER) Optional<String> number,
            @JsonProperty("Name") Optional<String> name,
            @JsonProperty("Email") Optional<String> email,
            @JsonProperty("Phone") Optional<String> phone,
            @JsonProperty("Service") Optional<String> service,
            @JsonProperty("Active") Optional<Boolean> active,
            @JsonProperty("Monthly fee") Optional<BigDecimal> monthlyFee,
            @JsonProperty("Since") Optional<LocalDate> since) {

        CustomerData toData() {
            return new CustomerData(
                    number.orElse(""), name.orElse(""), email, phone, service, active.orElse(false), monthlyFee, since);
        }
    }
}
