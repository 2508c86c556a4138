package org.verbatim.article;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record of another article that reports the same. */
@Schema(name = "AlsoReportedIn", description = "A record of another article that reports the same.")
public record Elsewhere(
        @Schema(required = true, minLength = 1, description = "That record's id.", examples = "d5de80af24a298a5.f442")
        String id,

        @Schema(required = true, format = "uri", description = "Where that record is served.")
        URI url,

        @Schema(required = true) ArticleRef article) {}
