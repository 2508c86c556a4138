package org.verbatim.http;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.verbatim.IdentityProvider;

/** The same for what is for editors, who have an identity provider here. */
@QuarkusTest
@TestProfile(OpenApiForEditorsTest.WithEditors.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenApiForEditorsTest extends OpenApiTest {

    public static class WithEditors implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(IdentityProvider.class));
        }
    }

    /** Last, since the examples do what they say. */
    @Test
    @Order(Integer.MAX_VALUE)
    @Override
    void everyExampleFindsSomething() throws IOException {
        super.everyExampleFindsSomething();
    }

    /** An article that is withdrawn is there no more for the others. */
    @Override
    List<Operation> operations() {
        return all().stream()
                .filter(Operation::isForEditors)
                .sorted(Comparator.comparing(operation -> operation.id().startsWith("withdraw")))
                .toList();
    }

    @Override
    RequestSpecification sentByWhoMay(RequestSpecification request) {
        return request.auth().oauth2(IdentityProvider.editor("alice"));
    }

    @Override
    Map<Integer, Response> failuresOf(Operation operation) {
        Map<Integer, Response> failures = new LinkedHashMap<>();
        failures.put(401, operation.sendAnonymously(operation.request()));
        failures.put(403, operation.sendAnonymously(operation.request().auth().oauth2(IdentityProvider.reader("bob"))));
        if (operation.isConditional()) {
            failures.put(412, operation.send(withIfMatch(operation.request(), "\"another\"")));
            failures.put(422, operation.send(operation.request().body("{}")));
            failures.put(428, operation.send(withIfMatch(operation.request(), "*")));
        }
        return failures;
    }

    private static RequestSpecification withIfMatch(RequestSpecification request, String tag) {
        return ((FilterableRequestSpecification) request).replaceHeader("If-Match", tag);
    }
}
