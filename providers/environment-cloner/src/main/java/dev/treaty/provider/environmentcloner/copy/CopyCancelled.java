package dev.treaty.provider.environmentcloner.copy;

/** Somebody cancelled the copy. */
public final class CopyCancelled extends RuntimeException {

    CopyCancelled() {
        super("The copy was cancelled.");
    }
}
