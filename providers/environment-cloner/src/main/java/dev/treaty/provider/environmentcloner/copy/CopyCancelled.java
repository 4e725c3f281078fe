package dev.treaty.provider.environmentcloner.copy;

/** Somebody cancelled what was going on. */
public final class CopyCancelled extends RuntimeException {

    public CopyCancelled() {
        super("The copy was cancelled.");
    }
}
