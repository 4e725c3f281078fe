package dev.treaty.consumer.customeronboarding;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was done for each customer, so that nothing is done or sent twice. Implementations outlive the process in production, and let one
 * caller at a time onboard a customer.
 */
public interface OnboardingLog {

    /** What was done for a customer; nothing if it is new. */
    Entry read(String number);

    /** Keeps what was done. */
    void write(String number, Entry entry);

    /** A log that is forgotten with the process: for tests and trials. */
    static OnboardingLog inMemory() {
        Map<String, Entry> entries = new ConcurrentHashMap<>();
        return new OnboardingLog() {
            @Override
            public Entry read(String number) {
                return entries.getOrDefault(number, Entry.NEW);
            }

            @Override
            public void write(String number, Entry entry) {
                entries.put(number, entry);
            }
        };
    }

    /**
     * What was done for a customer.
     *
     * @param attempt how many accounts were created for it at Stripe, and deleted but for the last, plus the one to create next
     * @param onboarded where it is, once it is everywhere
     * @param sms what is known of the welcome SMS
     */
    record Entry(int attempt, Optional<OnboardingRecord> onboarded, Sms sms) {

        static final Entry NEW = new Entry(1, Optional.empty(), Sms.NOT_SENT);

        Entry nextAttempt() {
            return new Entry(attempt + 1, onboarded, sms);
        }

        Entry onboarded(OnboardingRecord customer) {
            return new Entry(attempt, Optional.of(customer), sms);
        }

        Entry sms(Sms known) {
            return new Entry(attempt, onboarded, known);
        }
    }

    /** What is known of the welcome SMS. */
    enum Sms {
        NOT_SENT,
        /** Twilio has it. */
        SENT,
        /** It was handed to Twilio, and nobody knows whether it went out. */
        UNKNOWN
    }
}
