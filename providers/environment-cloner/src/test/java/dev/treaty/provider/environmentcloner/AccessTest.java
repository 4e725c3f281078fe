package dev.treaty.provider.environmentcloner;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what: a viewer sees, an operator changes, and nobody else does anything. */
class AccessTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /environments, viewer",
        "GET, /environments/training, viewer",
        "POST, /environments/training/checks, viewer",
        "POST, /clones?dryRun=true, viewer",
        "POST, /clones, operator",
        "GET, /clones, viewer",
        "GET, /clones/cln_99, viewer",
        "POST, /clones/cln_99/cancellation, operator",
        "GET, /clones/cln_99/log, viewer",
        "GET, /clones/cln_99/statistics, viewer",
        "GET, /backups, viewer",
        "GET, /backups/bak_99, viewer",
        "POST, /backups/bak_99/restorations, operator",
        "GET, /backups/bak_99/restorations/rst_99, viewer",
        "POST, /backups/bak_99/restorations/rst_99/cancellation, operator"
    })
    void every_route_has_its_role(Method method, String path, String role) {
        refused(TestCloner.anonymous(), method, path, 401, "token-missing");
        refused(TestCloner.as("usr_1", List.of()), method, path, 403, "role-too-low");
        refused(TestCloner.as("usr_1", List.of("owner")), method, path, 403, "role-too-low");
        if (role.equals("operator")) {
            refused(TestCloner.as("viewer"), method, path, 403, "role-too-low");
        } else {
            allowed(TestCloner.as("viewer"), method, path);
        }
        allowed(TestCloner.as("operator"), method, path);
    }

    private static void refused(RequestSpecification request, Method method, String path, int status, String slug) {
        request.request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://treaty.dev/problems/" + slug));
    }

    /** Whatever the response is, it is not about the caller. */
    private static void allowed(RequestSpecification request, Method method, String path) {
        request.request(method, path).then().statusCode(not(equalTo(401))).statusCode(not(equalTo(403)));
    }
}
