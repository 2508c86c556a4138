package org.verbatim.search;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed of RFC 4287. Its ids and those of its entries are {@code tag:} URIs: the same at whatever address it is read. */
record Feed(String id, String title, URI self, Instant updated, List<Entry> entries) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /**
     * Something new.
     *
     * @param type as a category
     * @param text what it says
     * @param url where it is served
     */
    record Entry(String id, String type, String title, String text, URI url, Instant added) {}

    /** Ids stay what they are whatever the address; the name is reserved, so nobody else mints any (RFC 4151, RFC 2606). */
    static String tag(String id) {
        return "tag:verbatim.example,2026:" + id;
    }

    String xml() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            // The platform's own, so that none is looked up at run time.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(octets, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", id);
            element(xml, "title", title);
            element(xml, "updated", updated.toString());
            xml.writeStartElement("author");
            element(xml, "name", "Verbatim");
            xml.writeEndElement();
            link(xml, "self", "application/atom+xml", self);
            for (Entry entry : entries) {
                xml.writeStartElement("entry");
                element(xml, "id", entry.id());
                element(xml, "title", entry.title());
                element(xml, "published", entry.added().toString());
                element(xml, "updated", entry.added().toString());
                link(xml, "alternate", "application/json", entry.url());
                xml.writeEmptyElement("category");
                xml.writeAttribute("term", entry.type());
                element(xml, "content", entry.text());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return octets.toString(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, URI address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address.toString());
    }

    /** XML 1.0 has no way to write certain control characters, which a text can have. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\r' ? '\n' : c)
                .map(c -> c == '\t'
                                || c == '\n'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c >= 0x10000
                        ? c
                        : 0xFFFD)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
