package org.verbatim.text;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a part of a text is pointed at: a selector of the W3C
 * <a href="https://www.w3.org/TR/annotation-model/#selectors">Web Annotation Data Model</a>. In JSON the key
 * {@code type}, the name of the record, comes first.
 */
@Schema(
        description = "How a part of a text is pointed at: a selector of the W3C Web Annotation Data Model."
                + " `type` tells which one it is.",
        oneOf = {TextPositionSelector.class, TextQuoteSelector.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "TextPositionSelector", schema = TextPositionSelector.class),
            @DiscriminatorMapping(value = "TextQuoteSelector", schema = TextQuoteSelector.class)
        })
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TextPositionSelector.class, name = "TextPositionSelector"),
    @JsonSubTypes.Type(value = TextQuoteSelector.class, name = "TextQuoteSelector")
})
public sealed interface Selector permits TextPositionSelector, TextQuoteSelector {}
