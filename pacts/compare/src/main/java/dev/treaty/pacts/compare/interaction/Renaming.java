package dev.treaty.pacts.compare.interaction;

/**
 * The contract that another one probably was, under a former name of its consumer or provider. Nothing follows from that but advice: a broker
 * knows no result under the new name.
 *
 * @param same how many interactions are the same: their states and requests, for messages their descriptions
 * @param all how many interactions the larger of both contracts has
 */
public record Renaming(String consumer, String provider, int same, int all) {

    /** As {@link ContractChange#name}. */
    public String name() {
        return consumer + " -> " + provider;
    }
}
