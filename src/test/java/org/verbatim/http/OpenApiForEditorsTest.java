package org.verbatim.http;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.verbatim.IdentityProvider;

/** The same for what is for editors, who have an identity provider here. */
@QuarkusTest
@TestProfile(OpenApiForEditorsTest.WithEditors.class)
class OpenApiForEditorsTest extends OpenApiTest {

    public static class WithEditors implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(IdentityProvider.class));
        }
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
        return Map.of(
                401,
                operation.sendAnonymously(operation.request()),
                403,
                operation.sendAnonymously(operation.request().auth().oauth2(IdentityProvider.reader("bob"))));
    }
}
