package org.verbatim.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/test-writes")
public class WriteForEditors {
    private final Editors editors;

    WriteForEditors(Editors editors) {
        this.editors = editors;
    }

    @POST
    @RolesAllowed(Editors.ROLE)
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public String write() {
        return editors.name();
    }
}
