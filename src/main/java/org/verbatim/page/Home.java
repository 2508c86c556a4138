package org.verbatim.page;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.verbatim.http.Addresses;

/** Where everything is. */
@Schema(description = "Where everything is.")
public record Home(
        @Schema(required = true, minLength = 1, description = "What this is.")
        String title,

        @Schema(required = true) Links links) {

    /** The ways in. */
    @Schema(name = "HomeLinks", description = "The ways in.")
    public record Links(
            @Schema(required = true, format = "uri", description = "This address.")
            URI self,

            @Schema(
                    required = true,
                    format = "uri-template",
                    description = "Everything that has certain words (a template of RFC 6570).")
            String search,

            @Schema(
                    required = true,
                    format = "uri-template",
                    description = "Is a quotation genuine? (A template of RFC 6570.)")
            String quoteVerifications,

            @Schema(required = true, format = "uri", description = "Who said what.")
            URI quotes,

            @Schema(required = true, format = "uri", description = "Who asked for, promised or gave how much.")
            URI fundingFacts,

            @Schema(required = true, format = "uri", description = "Who met whom.")
            URI meetings,

            @Schema(required = true, format = "uri", description = "The sources.")
            URI articles,

            @Schema(required = true, format = "uri", description = "People, organisations and groups.")
            URI agents,

            @Schema(required = true, format = "uri", description = "The description of this API, in YAML.")
            URI openapi,

            @Schema(required = true, format = "uri", description = "The API to try out in a browser.")
            URI swaggerUi) {}

    static Home of(Addresses addresses) {
        return new Home(
                "Verbatim: who said it, who paid, who met, pinned to the characters that say so.",
                new Links(
                        addresses.of("/"),
                        addresses.of("/v1/search") + "{?q,type}",
                        addresses.of("/v1/quote-verifications") + "{?text,speaker}",
                        addresses.of("/v1/quotes"),
                        addresses.of("/v1/funding-facts"),
                        addresses.of("/v1/meetings"),
                        addresses.of("/v1/articles"),
                        addresses.of("/v1/agents"),
                        addresses.of("/openapi.yaml"),
                        addresses.of("/q/swagger-ui")));
    }
}
