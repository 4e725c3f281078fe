package dev.treaty.stubs.http.provider;

/** Somebody who keeps state in the memory that others need as well. */
public interface StateHolder {

    /** How much others would gain by it if this one gave way; 0 if it holds nothing. Comparable between holders only. */
    double weight();

    /**
     * Gives back some memory.
     *
     * @return false if it cannot be done at this moment
     */
    boolean giveWay();
}
