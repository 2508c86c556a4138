package org.verbatim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.util.List;

/** Asks a list for all that its filters find. */
public final class Listing {

    private Listing() {}

    /** The ids found, in the order served; parameters are names and values in turn. */
    public static List<String> ids(String path, String... parameters) {
        var request = given().queryParam("limit", 100);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        ValidatableResponse response = request.get(path).then().statusCode(200);
        List<String> ids = response.extract().path("items.id");
        response.body("total", is(ids.size()));
        return ids;
    }
}
