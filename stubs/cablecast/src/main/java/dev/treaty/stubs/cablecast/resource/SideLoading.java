package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The related resources that a request asks for with {@code include=reel,media}: singular names, side-loaded under plural roots. Related is
 * what a resource refers to, what refers to it, and the same of what is side-loaded with it: the media of a show are those of its
 * reels. Other names, plural ones among them, are ignored.
 */
final class SideLoading {

    private final Resources resources;
    private final Map<ResourceType, Map<Long, ObjectNode>> loaded = new LinkedHashMap<>();

    private SideLoading(Resources resources) {
        this.resources = resources;
    }

    /** What is side-loaded with these resources, as it is stored. */
    static Map<ResourceType, Collection<ObjectNode>> of(
            Resources resources, VendorRequest request, ResourceType type, List<ObjectNode> primary) {
        var loading = new SideLoading(resources);
        loading.loaded.put(type, byId(primary));
        var wanted = wanted(request, type);
        var open = new ArrayList<>(wanted);
        while (open.removeIf(loading::load)) {
            // until nothing more is related to what is there
        }
        open.forEach(loading::loadThroughOneType);
        var result = new LinkedHashMap<ResourceType, Collection<ObjectNode>>();
        wanted.stream()
                .filter(included -> !included.equals(type))
                .forEach(included -> Optional.ofNullable(loading.loaded.get(included))
                        .ifPresent(found -> result.put(included, found.values())));
        return result;
    }

    private static List<ResourceType> wanted(VendorRequest request, ResourceType type) {
        var named = new QueryParameters(request).separated("include").stream();
        return Stream.concat(Stream.of(type.companion()), named)
                .flatMap(name -> ResourceTypes.named(name).stream())
                .distinct()
                .toList();
    }

    private static Map<Long, ObjectNode> byId(List<ObjectNode> resources) {
        var byId = new TreeMap<Long, ObjectNode>();
        resources.forEach(resource -> byId.put(resource.path("id").asLong(), resource));
        return byId;
    }

    private boolean load(ResourceType wanted) {
        return List.copyOf(loaded.keySet()).stream().anyMatch(from -> load(from, wanted));
    }

    private void loadThroughOneType(ResourceType wanted) {
        var primary = loaded.keySet().iterator().next();
        for (var between : ResourceTypes.referringTo(primary)) {
            if (isRelated(between, wanted) && !loaded.containsKey(wanted)) {
                var hidden = new SideLoading(resources);
                hidden.loaded.put(primary, loaded.getOrDefault(primary, Map.of()));
                hidden.load(primary, between);
                hidden.load(between, wanted);
                loaded.put(wanted, hidden.loaded.getOrDefault(wanted, Map.of()));
            }
        }
    }

    private static boolean isRelated(ResourceType from, ResourceType to) {
        return refers(from, to) || refers(to, from);
    }

    private static boolean refers(ResourceType from, ResourceType to) {
        return from.references().stream().anyMatch(field -> field.target().equals(to.singular()));
    }

    /** Loads what is related to resources that are there; false if the types are not related. */
    private boolean load(ResourceType from, ResourceType wanted) {
        if (!isRelated(from, wanted)) {
            return false;
        }
        var found = new TreeMap<Long, ObjectNode>();
        for (var resource : loaded.getOrDefault(from, Map.of()).values()) {
            referred(from, resource, wanted)
                    .forEach(each -> found.put(each.path("id").asLong(), each));
            referring(resource, from, wanted)
                    .forEach(each -> found.put(each.path("id").asLong(), each));
        }
        loaded.put(wanted, found);
        return true;
    }

    private List<ObjectNode> referred(ResourceType from, ObjectNode resource, ResourceType wanted) {
        return from.references().stream()
                .filter(field -> field.target().equals(wanted.singular()))
                .flatMap(field -> resources
                        .find(wanted.singular(), resource.path(field.name()).asText())
                        .stream())
                .toList();
    }

    private List<ObjectNode> referring(ObjectNode resource, ResourceType from, ResourceType wanted) {
        return wanted.references().stream()
                .filter(field -> field.target().equals(from.singular()))
                .flatMap(field ->
                        resources
                                .shownWith(
                                        wanted.singular(),
                                        field.name(),
                                        resource.path("id").asText())
                                .stream())
                .toList();
    }
}
