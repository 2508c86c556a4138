package org.verbatim.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a machine that knows only our host finds the API: RFC 9727. */
@Path(ApiCatalog.PATH)
@Tag(name = ApiDescription.HOME)
public class ApiCatalog {

    public static final String PATH = "/.well-known/api-catalog";

    /** Has the ways in; at the prefix of the addresses, {@code /v1}, there is nothing. */
    private static final String HOME = "/";

    static final String MEDIA_TYPE = "application/linkset+json";

    private static final MediaType PROFILED =
            new MediaType("application", "linkset+json", Map.of("profile", "https://www.rfc-editor.org/info/rfc9727"));

    private final Addresses addresses;

    ApiCatalog(Addresses addresses) {
        this.addresses = addresses;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(operationId = "getApiCatalog", summary = "Get the API catalogue", description = """
            Where the description, the documentation and the status of this API are (RFC 9727), as a set of links (RFC 9264).""")
    @APIResponse(
            responseCode = "200",
            description = "The links.",
            content =
                    @Content(
                            mediaType = MEDIA_TYPE,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "`linkset` has the links, by relation, as RFC 9264 says.")))
    public RestResponse<Map<String, Object>> getApiCatalog(UriInfo request) {
        Query.readNothing(request);
        Map<String, Object> api = new LinkedHashMap<>();
        api.put("anchor", addresses.of(HOME).toString());
        api.put(
                "service-desc",
                List.of(link("/openapi.yaml", "application/yaml"), link("/openapi.json", MediaType.APPLICATION_JSON)));
        api.put("service-doc", List.of(link("/q/swagger-ui", MediaType.TEXT_HTML)));
        api.put("status", List.of(link("/q/health/ready", MediaType.APPLICATION_JSON)));
        Map<String, Object> catalog = new LinkedHashMap<>();
        catalog.put("anchor", addresses.of(PATH).toString());
        catalog.put("item", List.of(Map.of("href", addresses.of(HOME).toString())));
        return RestResponse.ResponseBuilder.<Map<String, Object>>ok(Map.of("linkset", List.of(catalog, api)))
                .type(PROFILED)
                .header(HttpHeaders.LINK, "<%s>; rel=\"api-catalog\"".formatted(addresses.of(PATH)))
                .build();
    }

    private Map<String, Object> link(String path, String type) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("href", addresses.of(path).toString());
        link.put("type", type);
        return link;
    }
}
