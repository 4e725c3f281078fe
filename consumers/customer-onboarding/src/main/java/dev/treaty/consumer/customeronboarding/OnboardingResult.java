package dev.treaty.consumer.customeronboarding;

import java.util.List;

/** What came of onboarding a customer. */
public sealed interface OnboardingResult {

    /**
     * The customer is everywhere.
     *
     * @param open welcomes that were not sent, or may not have been; empty if all is done
     */
    record Onboarded(OnboardingRecord customer, List<OpenStep> open) implements OnboardingResult {

        /** Copies the list. */
        public Onboarded {
            open = List.copyOf(open);
        }
    }

    /**
     * A step failed, and those before it were undone.
     *
     * @param failed that step
     * @param why in words, without secrets
     * @param left what could not be undone, or may be there; the next onboarding of the same customer finds it
     */
    record Undone(Step failed, String why, List<OpenStep> left) implements OnboardingResult {

        /** Copies the list. */
        public Undone {
            left = List.copyOf(left);
        }
    }

    /** Nobody knows the address, or not for sure: a person has to look at it. Nothing was changed. */
    record AddressInDoubt(String address) implements OnboardingResult {}

    /**
     * What a person may have to look at.
     *
     * @param why in words, without secrets
     */
    record OpenStep(Step step, String why) {}
}
