package dev.treaty.stubs.vendor.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/**
 * A request that a vendor wants to send to the application.
 *
 * @param purpose by which the vendor knows its {@link DeliveryPolicy}
 * @param channel deliveries of the same channel are sent one after the other; e.g. the id of a call
 * @param method e.g. {@code "POST"}
 * @param contentType of the body; empty if there is none
 * @param body sent in UTF-8
 * @param data what the policy needs later
 */
public record DeliveryRequest(
        String purpose, String channel, String method, URI url, String contentType, String body, ObjectNode data) {}
