package dev.treaty.consumer.customeronboarding;

import dev.treaty.consumer.campaigndialer.PhoneNumber;
import dev.treaty.consumer.customermail.EmailAddress;
import java.time.Instant;

/**
 * Who is to be onboarded.
 *
 * @param number by which the company knows the customer, unique, e.g. {@code "K-1042"}
 * @param address as people write it
 * @param service e.g. {@code "Residential"}; a choice of the table in Airtable
 * @param vehicleId that empties the bins, as Samsara knows it
 * @param firstPickup when it comes for the first time
 */
public record NewCustomer(
        String number,
        String name,
        EmailAddress email,
        PhoneNumber phone,
        String address,
        String service,
        String vehicleId,
        Instant firstPickup) {}
