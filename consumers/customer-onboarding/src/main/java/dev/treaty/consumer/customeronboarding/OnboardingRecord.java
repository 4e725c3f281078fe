package dev.treaty.consumer.customeronboarding;

import dev.treaty.consumer.routeplanning.Place;

/**
 * Where a customer is now.
 *
 * @param account the id at Stripe
 * @param record the id in Airtable
 * @param route the id of the first pickup's route at Samsara
 */
public record OnboardingRecord(String number, Place place, String account, String record, String route) {}
