package dev.treaty.provider.service;

import java.util.function.BooleanSupplier;

/** Something a service needs in order to answer, asked by {@code /health/ready}. */
public interface ReadinessCheck {

    /** What it is, e.g. {@code "database"}. */
    String name();

    /** Whether it answers now. */
    boolean isReady();

    /** A check of this name. */
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
