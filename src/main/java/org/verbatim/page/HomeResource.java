package org.verbatim.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.verbatim.http.Addresses;
import org.verbatim.http.ApiDescription;
import org.verbatim.http.Query;

/** The front door: a short page for people, the same links for programs. */
@Path("/")
public class HomeResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final Addresses addresses;

    HomeResource(Addresses addresses) {
        this.addresses = addresses;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = ApiDescription.HOME)
    @Operation(
            operationId = "getHome",
            summary = "Get the ways in",
            description = "The links to everything else. A browser gets them as a page.")
    @APIResponse(responseCode = "200", description = "The links.")
    public Home getHome(UriInfo request) {
        Query.readNothing(request);
        return Home.of(addresses);
    }

    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public String getHomePage(UriInfo request) {
        Query.readNothing(request);
        return page("home.html");
    }

    @GET
    @Path("/problems")
    @Produces(HTML)
    @Operation(hidden = true)
    public String getProblemsPage(UriInfo request) {
        Query.readNothing(request);
        return page("problems.html");
    }

    private static String page(String name) {
        try (InputStream stream = HomeResource.class.getResourceAsStream("/pages/" + name)) {
            if (stream == null) {
                throw new IOException("no page " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
