package dev.treaty.consumer.customeronboarding;

import dev.treaty.consumer.billing.Customer;
import dev.treaty.consumer.customeronboarding.OnboardingResult.OpenStep;
import dev.treaty.consumer.customersync.CustomerData;
import dev.treaty.consumer.fleettracking.connection.ExternalId;
import dev.treaty.consumer.fleettracking.connection.SamsaraException;
import dev.treaty.consumer.fleettracking.route.NewRoute;
import dev.treaty.consumer.fleettracking.route.NewStop;
import dev.treaty.consumer.fleettracking.route.StopPlace;
import dev.treaty.consumer.routeplanning.Located;
import dev.treaty.consumer.routeplanning.Place;
import dev.treaty.pacts.errors.TreatyException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Onboards customers. If a vendor fails, what the others have done is undone, as far as they let it be; the welcomes, which cannot be, come
 * last. It may be repeated at any time: what is done already is not done again, and no welcome is sent twice.
 */
public final class CustomerOnboarding {

    private final Vendors vendors;
    private final OnboardingLog log;
    private final Welcomes welcomes;

    public CustomerOnboarding(Vendors vendors, OnboardingLog log) {
        this.vendors = vendors;
        this.log = log;
        welcomes = new Welcomes(vendors.mail(), vendors.dialer(), log);
    }

    /** Onboards a customer; to be called by one caller at a time for the same customer. */
    public OnboardingResult onboard(NewCustomer customer) {
        var known = log.read(customer.number()).onboarded();
        if (known.isPresent()) {
            return new OnboardingResult.Onboarded(known.get(), welcomes.send(customer));
        }
        Located located;
        try {
            located = vendors.geocoder().locate(customer.address());
        } catch (TreatyException e) {
            return new OnboardingResult.Undone(Step.PLACE, Failures.why(e), List.of());
        }
        return located instanceof Located.Found found
                ? new Attempt(customer, found.place()).run()
                : new OnboardingResult.AddressInDoubt(customer.address());
    }

    /** The steps that can be undone. */
    private final class Attempt {

        private final NewCustomer customer;
        private final Place place;

        /** What has to be undone if a later step fails, the latest first. */
        private final Deque<Undo> done = new ArrayDeque<>();

        private final List<OpenStep> left = new ArrayList<>();
        private Step step = Step.ACCOUNT;

        Attempt(NewCustomer customer, Place place) {
            this.customer = customer;
            this.place = place;
        }

        OnboardingResult run() {
            try {
                var account = account();
                step = Step.RECORD;
                var record = record();
                step = Step.STOP;
                var route = route();
                var onboarded = new OnboardingRecord(customer.number(), place, account, record, route);
                log.write(customer.number(), log.read(customer.number()).onboarded(onboarded));
                return new OnboardingResult.Onboarded(onboarded, welcomes.send(customer));
            } catch (TreatyException e) {
                if (Failures.mayHaveBeenCarriedOut(e)) {
                    left.add(new OpenStep(step, "it may have been done: " + Failures.why(e)));
                }
                done.forEach(this::undo);
                return new OnboardingResult.Undone(step, Failures.why(e), left);
            }
        }

        private String account() {
            var household = new dev.treaty.consumer.billing.NewCustomer(
                    customer.number(), customer.name(), customer.email().value());
            var entry = log.read(customer.number());
            var account = vendors.accounts().create(household, entry.attempt());
            done.push(new Undo(Step.ACCOUNT, () -> deleteAccount(account)));
            return account.id();
        }

        /** Only after it was deleted must the next one have another key; before that, Stripe's answer is the same account. */
        private void deleteAccount(Customer account) {
            vendors.accounts().delete(account);
            log.write(customer.number(), log.read(customer.number()).nextAttempt());
        }

        private String record() {
            var upsert = vendors.records()
                    .upsert(List.of(new CustomerData(
                            customer.number(),
                            customer.name(),
                            Optional.of(customer.email().value()),
                            Optional.of(customer.phone().e164()),
                            Optional.of(customer.service()),
                            true,
                            Optional.empty(),
                            Optional.of(LocalDate.ofInstant(customer.firstPickup(), ZoneOffset.UTC)))));
            var id = upsert.customers().get(0).id();
            if (upsert.created().contains(id)) {
                done.push(new Undo(Step.RECORD, () -> vendors.records().delete(List.of(id))));
            } else {
                // Somebody else's, or that of an attempt whose outcome was unknown: it is not ours to delete.
                left.add(new OpenStep(Step.RECORD, "there was a record already, and it was changed: " + id));
            }
            return id;
        }

        private String route() {
            var route = new NewRoute(
                    pickup(),
                    "First pickup of " + customer.number(),
                    customer.vehicleId(),
                    List.of(new NewStop(
                            customer.name(),
                            new StopPlace.SingleUse(
                                    place.address(),
                                    place.coordinate().latitude(),
                                    place.coordinate().longitude()),
                            customer.firstPickup())));
            // Before the call: if nobody knows whether it was carried out, the route can be found by its external ID.
            done.push(new Undo(Step.STOP, this::removeRoute));
            return vendors.routes().createOnce(route).id();
        }

        private void removeRoute() {
            try {
                vendors.routes().remove(vendors.routes().find(pickup()).id());
            } catch (SamsaraException.NotFound e) {
                // It was not created, or somebody has removed it.
            }
            left.removeIf(open -> open.step() == Step.STOP);
        }

        private ExternalId pickup() {
            return new ExternalId("customerNumber", customer.number());
        }

        private void undo(Undo undo) {
            try {
                undo.action().run();
            } catch (TreatyException e) {
                if (left.stream().noneMatch(open -> open.step() == undo.step())) {
                    left.add(new OpenStep(undo.step(), "it could not be undone: " + Failures.why(e)));
                }
            }
        }
    }

    private record Undo(Step step, Runnable action) {}
}
