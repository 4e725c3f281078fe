package dev.treaty.provider.service.http;

import java.util.function.BooleanSupplier;

/** Something a service needs in order to be ready, checked by {@code /health/ready}. */
public interface ReadinessCheck {

    /** Its name in the response, e.g. {@code "database"}. */
    String name();

    /** Whether it is available now. */
    boolean isReady();

    /** A check with the given name. */
    static ReadinessCheck of(String name, BooleanSupplier ready) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean isReady() {
                return ready.getAsBoolean();
            }
        };
    }
}
