package dev.treaty.stubs.vendor;

import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;

/**
 * A request that is answered, alone in its world.
 *
 * @param account that the request is for, as the vendor knows it
 * @param route e.g. {@code "POST /v1/customers/{id}"}
 * @param parameters of the path, decoded, by name
 */
public record Exchange(
        World world, VendorRequest request, String account, String route, Map<String, String> parameters) {

    /** A parameter of the path. */
    public String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException(route + " has no parameter " + name);
        }
        return value;
    }
}
