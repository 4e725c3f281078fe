package dev.treaty.consumer.customeronboarding;

import dev.treaty.consumer.billing.StripeCustomers;
import dev.treaty.consumer.campaigndialer.CampaignDialer;
import dev.treaty.consumer.customermail.CustomerMail;
import dev.treaty.consumer.customersync.Customers;
import dev.treaty.consumer.fleettracking.route.Routes;
import dev.treaty.consumer.routeplanning.Geocoder;

/** The clients of the vendors, each with time-outs of its own. */
public record Vendors(
        Geocoder geocoder,
        StripeCustomers accounts,
        Customers records,
        Routes routes,
        CustomerMail mail,
        CampaignDialer dialer) {}
