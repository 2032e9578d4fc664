package io.trainyard.local.apimodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An answer of AWS's query protocol, in XML, as the JSON that another protocol would have answered. */
final class QueryAnswer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiModel model;

    QueryAnswer(ApiModel model) {
        this.model = model;
    }

    JsonNode read(String operation, byte[] xml) throws IOException {
        Optional<String> shape = model.output(operation);
        if (shape.isEmpty()) {
            return JSON.objectNode();
        }
        return children(root(xml)).stream()
                .filter(child -> child.getTagName().equals(operation + "Result"))
                .findFirst()
                .map(result -> value(shape.get(), result))
                .orElseGet(JSON::nullNode);
    }

    private JsonNode value(String shapeName, Element element) {
        String text = element.getTextContent();
        return switch (model.shape(shapeName)) {
            case Shape.Structure structure -> structure(structure, element);
            case Shape.Sequence list -> {
                var array = JSON.arrayNode();
                named(element, "member").forEach(each -> array.add(value(list.element(), each)));
                yield array;
            }
            case Shape.Dictionary map -> {
                var object = JSON.objectNode();
                named(element, "entry")
                        .forEach(each -> object.set(
                                named(each, "key").getFirst().getTextContent(),
                                value(map.value(), named(each, "value").getFirst())));
                yield object;
            }
            case Shape.Flag flag
            when text.equals("true") || text.equals("false") -> JSON.booleanNode(Boolean.parseBoolean(text));
            case Shape.Numeric number when text.matches("-?\\d{1,18}") -> JSON.numberNode(Long.parseLong(text));
            default -> JSON.textNode(text);
        };
    }

    private JsonNode structure(Shape.Structure structure, Element element) {
        var object = JSON.objectNode();
        for (Element child : children(element)) {
            String shape = structure.members().get(child.getTagName());
            object.set(child.getTagName(), shape == null ? JSON.textNode(child.getTextContent()) : value(shape, child));
        }
        return object;
    }

    private static List<Element> named(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    private static Element root(byte[] xml) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }
}
