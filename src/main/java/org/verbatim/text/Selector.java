package org.verbatim.text;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How a part of a text is pointed at: a selector of the W3C
 * <a href="https://www.w3.org/TR/annotation-model/#selectors">Web Annotation Data Model</a>. In JSON the key
 * {@code type}, the name of the record, comes first.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TextPositionSelector.class, name = "TextPositionSelector"),
    @JsonSubTypes.Type(value = TextQuoteSelector.class, name = "TextQuoteSelector")
})
public sealed interface Selector permits TextPositionSelector, TextQuoteSelector {}
