package dev.treaty.consumer.campaigndialer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people who have opted out. {@link CampaignDialer} checks it before every message and call, and adds everybody who,
 * according to Twilio, has opted out.
 *
 * <p>Implementations are called from several threads, and outlive the process in production: someone who has opted out must
 * not be contacted after a restart either.
 */
public interface DoNotContactList {

    /** Whether this number must be neither texted nor called. */
    boolean contains(PhoneNumber number);

    /** Adds a number; adding it again changes nothing. */
    void add(PhoneNumber number);

    /** An empty list that is forgotten with the process: for tests and trials. */
    static DoNotContactList inMemory() {
        Set<PhoneNumber> numbers = ConcurrentHashMap.newKeySet();
        return new DoNotContactList() {
            @Override
            public boolean contains(PhoneNumber number) {
                return numbers.contains(number);
            }

            @Override
            public void add(PhoneNumber number) {
                numbers.add(number);
            }
        };
    }
}
